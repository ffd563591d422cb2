#include "text/html_article.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "text/block_traits.hpp"

namespace stancegraph {
namespace {

constexpr std::uint32_t kNoRegion = 0;

/// True if `region` is `ancestor` or lies inside it.
bool is_inside(const Page& page, std::uint32_t region, std::uint32_t ancestor) {
    while (region != ancestor && region != 0) {
        region = page.regions[region].parent;
    }
    return region == ancestor;
}

/// A region that holds half of the page's prose is not furniture, whatever its name says.
bool is_believed(const Page& page, const PageRegion& region) {
    const bool is_furniture = region.kind == RegionKind::furniture || region.kind == RegionKind::teaser;
    return is_furniture && region.prose_bytes * 2 <= page.regions.front().prose_bytes;
}

/// How surely a region is the article by its markup; 0 for the others.
int rank_of(const PageRegion& region) {
    if (region.is_body) {
        return 3;
    }
    return region.kind == RegionKind::article ? 2 : (region.kind == RegionKind::main ? 1 : 0);
}

/// The region of the article, or kNoRegion: the largest of the surest kind that stands out, by its share of
/// the page or against the next largest of its kind (on a list of articles none does).
std::uint32_t article_region(const Page& page) {
    constexpr std::size_t kLeastBytes = 60;
    for (int rank = 3; rank > 0; --rank) {
        std::uint32_t best = kNoRegion;
        std::size_t second_bytes = 0;
        for (std::uint32_t at = 1; at < page.regions.size(); ++at) {
            if (rank_of(page.regions[at]) != rank) {
                continue;
            }
            const std::size_t best_bytes = best == kNoRegion ? 0 : page.regions[best].prose_bytes;
            const std::size_t bytes = page.regions[at].prose_bytes;
            second_bytes = std::max(second_bytes, std::min(bytes, best_bytes));
            best = bytes > best_bytes ? at : best;
        }
        const std::size_t bytes = best == kNoRegion ? 0 : page.regions[best].prose_bytes;
        const bool stands_out =
            bytes >= 2 * second_bytes || bytes * 10 >= page.regions.front().prose_bytes * 3;
        if (bytes >= kLeastBytes && stands_out) {
            return best;
        }
    }
    return kNoRegion;
}

/// The class that the regions between a block and the article give it; `body` if none speaks.
BlockClass class_by_regions(const Page& page, std::uint32_t region, std::uint32_t article) {
    BlockClass found = BlockClass::body;
    for (; region != article && region != 0; region = page.regions[region].parent) {
        const PageRegion& here = page.regions[region];
        const bool is_inner_article = here.kind == RegionKind::article && article != kNoRegion;
        if (is_inner_article || (is_believed(page, here) && here.kind == RegionKind::teaser)) {
            return BlockClass::teaser;
        }
        if (is_believed(page, here)) {
            found = BlockClass::furniture;
        }
    }
    return found;
}

struct Density {
    std::size_t words = 0;
    bool is_link = false;         ///< More than a third is links.
    bool is_mostly_link = false;  ///< More than 5/9.
};

Density density_of(const PageBlock& block) {
    return {.words = words_of(block.text).size(),
            .is_link = block.link_bytes * 3 > block.text.size(),
            .is_mostly_link = block.link_bytes * 9 > block.text.size() * 5};
}

/// The decision tree of the paper over a block and its neighbours.
bool is_dense(const Density& before, const Density& here, const Density& behind) {
    if (here.is_link) {
        return false;
    }
    if (before.is_mostly_link) {
        return here.words > 40 || behind.words > 17;
    }
    return here.words > 16 || behind.words > 15 || before.words > 4;
}

/// A block that is nothing but a link promotes something.
bool is_all_link(const PageBlock& block) {
    return block.link_bytes * 10 >= block.text.size() * 9;
}

BlockClass class_in_article(const Page& page, const PageBlock& block, std::uint32_t article) {
    const BlockClass by_regions = class_by_regions(page, block.region, article);
    if (block.is_first_heading && by_regions != BlockClass::teaser) {
        return BlockClass::headline;
    }
    if (by_regions != BlockClass::body) {
        return by_regions;
    }
    if (is_all_link(block)) {
        return BlockClass::teaser;
    }
    return block.is_heading ? BlockClass::headline : BlockClass::body;
}

/// Outside the article only its title counts: a first heading before it.
BlockClass class_outside(const Page& page, const PageBlock& block, bool is_before) {
    const BlockClass by_regions = class_by_regions(page, block.region, kNoRegion);
    if (is_before && block.is_first_heading && by_regions != BlockClass::teaser && !is_all_link(block)) {
        return BlockClass::headline;
    }
    return by_regions == BlockClass::teaser || (!is_before && block.is_heading) ? BlockClass::teaser
                                                                                : BlockClass::furniture;
}

/// Short paragraphs between dense ones belong to them: "It was late."
void fill_gaps(const std::vector<Density>& densities, std::vector<bool>& dense) {
    constexpr std::size_t kLongestGap = 3;
    std::size_t last = dense.size();
    for (std::size_t at = 0; at < dense.size(); ++at) {
        if (densities[at].is_link) {
            last = dense.size();
        } else if (dense[at]) {
            if (last < at && at - last <= kLongestGap + 1) {
                std::fill(dense.begin() + static_cast<std::ptrdiff_t>(last),
                          dense.begin() + static_cast<std::ptrdiff_t>(at), true);
            }
            last = at;
        }
    }
}

std::vector<BlockClass> classes_by_density(const Page& page) {
    const std::size_t count = page.blocks.size();
    std::vector<Density> densities(count + 2);  // One blank neighbour at each end.
    for (std::size_t at = 0; at < count; ++at) {
        densities[at + 1] = density_of(page.blocks[at]);
    }
    std::vector<bool> dense(count + 2);
    for (std::size_t at = 1; at <= count; ++at) {
        dense[at] = is_dense(densities[at - 1], densities[at], densities[at + 1]);
    }
    fill_gaps(densities, dense);
    std::vector<BlockClass> classes;
    for (std::size_t at = 0; at < count; ++at) {
        BlockClass block_class = class_in_article(page, page.blocks[at], kNoRegion);
        if (block_class == BlockClass::body && !dense[at + 1]) {
            block_class = densities[at + 1].is_link ? BlockClass::teaser : BlockClass::furniture;
        }
        classes.push_back(block_class);
    }
    return classes;
}

std::vector<BlockClass> classes_by_region(const Page& page, std::uint32_t article) {
    std::vector<BlockClass> classes;
    bool is_before = true;
    for (const PageBlock& block : page.blocks) {
        const bool is_in = is_inside(page, block.region, article);
        is_before = is_before && !is_in;
        classes.push_back(is_in ? class_in_article(page, block, article)
                                : class_outside(page, block, is_before));
    }
    return classes;
}

}  // namespace

std::vector<BlockClass> find_article(const Page& page) {
    const std::uint32_t article = article_region(page);
    return article == kNoRegion ? classes_by_density(page) : classes_by_region(page, article);
}

}  // namespace stancegraph
