#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "text/block_lexicons.hpp"
#include "text/html_parser.hpp"

namespace stancegraph {

/// What an element says about the blocks inside it.
enum class RegionKind : std::uint8_t { page, article, main, furniture, teaser };

/// An element that matters for where the article is.
struct PageRegion {
    RegionKind kind = RegionKind::page;
    bool is_body = false;         ///< `itemprop=articleBody`.
    bool is_by_name = false;      ///< Furniture or teaser by a word in its class or id, not by its element.
    std::uint32_t parent = 0;     ///< Index; the page itself is 0 and its own parent.
    std::size_t prose_bytes = 0;  ///< Text outside of links in it and in the regions inside.
};

struct PageBlock {
    std::string text;
    std::size_t link_bytes = 0;
    std::uint32_t region = 0;
    bool is_heading = false;
    bool is_first_heading = false;  ///< h1.
};

/// A page as the article finder looks at it: blocks of text in order, regions, and what the head tells.
struct Page {
    std::vector<PageBlock> blocks;
    std::vector<PageRegion> regions{PageRegion{}};
    std::string title;                        ///< `<title>`.
    std::map<std::string, std::string> meta;  ///< First value by property, name or itemprop, in lower case.
    std::string canonical;
    std::string time;  ///< The first `<time datetime>`.
};

/// Collects a page from the parser's events. Words of classes and ids are looked up in furniture_markup and
/// teaser_markup.
class PageCollector : public PageEvents {
public:
    explicit PageCollector(const BlockLexicons& lexicons) : lexicons_(&lexicons) {}

    void start(std::string_view name, std::span<const PageAttribute> attributes) override;
    void end(std::string_view name) override;
    void text(std::string_view text) override;

    [[nodiscard]] Page finish();

private:
    struct Element {
        std::string name;
        std::uint32_t region = 0;  ///< The one around it.
        bool is_block = false;
    };

    void flush();
    void add_block(PageBlock block);
    void break_line();
    void open_region(std::string_view name, std::span<const PageAttribute> attributes);
    void read_head(std::string_view name, std::span<const PageAttribute> attributes);

    const BlockLexicons* lexicons_;
    Page page_;
    std::vector<Element> open_;
    PageBlock block_;
    std::uint32_t region_ = 0;
    std::size_t links_ = 0;         ///< Open `<a>`.
    std::size_t preformatted_ = 0;  ///< Open `<pre>`.
    bool was_link_ = false;         ///< The last thing was the end of one.
    bool in_title_ = false;
};

}  // namespace stancegraph
