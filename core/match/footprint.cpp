#include "match/footprint.hpp"

#include <algorithm>
#include <unordered_map>

#include "base/bytes.hpp"
#include "base/hash.hpp"
#include "base/utf8.hpp"

namespace stancegraph {
namespace {

constexpr std::size_t kReadingIndex = static_cast<std::size_t>(Reach::reading);

std::string_view kind_of(const FootprintPart& part) {
    return std::string_view(part.key).substr(0, part.key.find('/'));
}

void make_set(std::vector<WordKey>& words) {
    std::ranges::sort(words);
    words.erase(std::unique(words.begin(), words.end()), words.end());
}

bool share_a_word(std::span<const WordKey> few, std::span<const WordKey> many) {
    return std::ranges::any_of(few, [many](WordKey word) { return std::ranges::binary_search(many, word); });
}

/// Collects what differs.
class Comparison {
public:
    Comparison(const Footprint& before, const Footprint& now) : before_(before.parts()), now_(now.parts()) {
        for (std::size_t at = 0; at < before_.size(); ++at) {
            place_before_.emplace(before_[at].key, at);
        }
    }

    [[nodiscard]] Touched result() {
        std::vector<bool> is_there(before_.size());
        std::size_t last = 0;
        std::string_view last_kind;
        for (const FootprintPart& part : now_) {
            const auto found = place_before_.find(part.key);
            if (found == place_before_.end()) {
                touch(part);
                continue;
            }
            const FootprintPart& old = before_[found->second];
            is_there[found->second] = true;
            if (old.hash != part.hash || old.reach != part.reach) {
                touch(old);
                touch(part);
            }
            if (kind_of(part) == last_kind && found->second < last) {
                touched_.by_reach[static_cast<std::size_t>(Reach::matching)].is_everywhere = true;
            }
            last = found->second;
            last_kind = kind_of(part);
        }
        for (std::size_t at = 0; at < before_.size(); ++at) {
            if (!is_there[at]) {
                touch(before_[at]);
            }
        }
        for (Touched::Words& words : touched_.by_reach) {
            make_set(words.words);
        }
        return std::move(touched_);
    }

private:
    void touch(const FootprintPart& part) {
        Touched::Words& touched = touched_.by_reach[static_cast<std::size_t>(part.reach)];
        touched.is_everywhere = touched.is_everywhere || part.is_everywhere;
        touched.words.insert(touched.words.end(), part.words.begin(), part.words.end());
    }

    const std::vector<FootprintPart>& before_;
    const std::vector<FootprintPart>& now_;
    std::unordered_map<std::string_view, std::size_t> place_before_;
    Touched touched_;
};

}  // namespace

WordKey word_key(std::string_view lower) {
    const std::string_view run = first_run(lower);
    return static_cast<WordKey>(hash_of(run.empty() ? lower : run));
}

std::vector<WordKey> word_keys_of(const Annotation& annotation, const Vocabulary& vocabulary) {
    std::vector<Symbol> symbols(annotation.lower);
    symbols.insert(symbols.end(), annotation.lemma.begin(), annotation.lemma.end());
    make_set(symbols);
    std::vector<WordKey> keys;
    keys.reserve(symbols.size());
    for (const Symbol symbol : symbols) {
        keys.push_back(word_key(utf8::to_lower(vocabulary.text(symbol))));
    }
    make_set(keys);
    return keys;
}

bool Touched::is_nothing() const {
    return std::ranges::none_of(
        by_reach, [](const Words& words) { return words.is_everywhere || !words.words.empty(); });
}

std::optional<Reach> Touched::reach_in(std::span<const WordKey> document) const {
    for (std::size_t reach = kReadingIndex + 1; reach-- > 0;) {
        if (by_reach[reach].is_everywhere || share_a_word(by_reach[reach].words, document)) {
            return static_cast<Reach>(reach);
        }
    }
    return std::nullopt;
}

std::string Footprint::to_bytes() const {
    ByteWriter out;
    out.number(parts_.size());
    for (const FootprintPart& part : parts_) {
        out.text(part.key);
        out.number(part.hash);
        out.byte(static_cast<std::uint8_t>(part.reach));
        out.byte(part.is_everywhere ? 1 : 0);
        out.number(part.words.size());
        WordKey last = 0;
        for (const WordKey word : part.words) {
            out.number(word - last);
            last = word;
        }
    }
    return out.take();
}

std::optional<Footprint> Footprint::from_bytes(std::string_view bytes) {
    ByteReader in(bytes);
    std::vector<FootprintPart> parts(in.count());
    for (FootprintPart& part : parts) {
        part.key = in.text();
        part.hash = in.number();
        part.reach = static_cast<Reach>(std::min<std::uint8_t>(in.byte(), kReadingIndex));
        part.is_everywhere = in.byte() != 0;
        part.words.resize(in.count());
        WordKey last = 0;
        for (WordKey& word : part.words) {
            word = last += static_cast<WordKey>(in.number());
        }
    }
    return in.is_done() ? std::optional(Footprint(std::move(parts))) : std::nullopt;
}

Touched difference(const Footprint& before, const Footprint& now) {
    return Comparison(before, now).result();
}

}  // namespace stancegraph
