#include "graph/identifier.hpp"

#include <utility>

#include "base/hash.hpp"
#include "base/utf8.hpp"

namespace stancegraph {
namespace {

constexpr std::size_t kLongestSlug = 40;
constexpr std::size_t kShortHash = 8;

struct Slug {
    std::string text;
    bool is_exact = true;  ///< The key can be told from the text alone.
};

bool is_plain(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
}

Slug slug_of(std::string_view key) {
    Slug slug;
    for (const char byte : key) {
        const bool is_gap = !is_plain(byte);
        const bool follows_gap = slug.text.empty() || slug.text.back() == '_';
        slug.is_exact = slug.is_exact && (!is_gap || (byte == ' ' && !follows_gap));
        if (is_gap && follows_gap) {
            continue;
        }
        if (slug.text.size() == kLongestSlug) {
            slug.is_exact = false;
            break;
        }
        slug.text.push_back(is_gap ? '_' : byte);
    }
    if (slug.text.ends_with('_')) {
        slug.text.pop_back();
        slug.is_exact = false;
    }
    slug.is_exact = slug.is_exact && !slug.text.empty();
    return slug;
}

}  // namespace

bool is_tidy_ascii(std::string_view text) {
    char last = ' ';
    for (const char byte : text) {
        if (byte < ' ' || byte > '~' || (byte == ' ' && last == ' ')) {
            return false;
        }
        last = byte;
    }
    return last != ' ';
}

std::string folded_name(std::string_view name) {
    if (is_tidy_ascii(name)) {
        return utf8::to_lower(name);
    }
    std::string joined;
    joined.reserve(name.size());
    bool is_gap = false;
    for (std::size_t at = 0; at < name.size();) {
        const utf8::Decoded decoded = utf8::decode(name.substr(at));
        at += decoded.size;
        if (utf8::is_space(decoded.code_point)) {
            is_gap = true;
            continue;
        }
        if (is_gap && !joined.empty()) {
            joined.push_back(' ');
        }
        is_gap = false;
        const bool is_apostrophe = decoded.code_point == 0x2018 || decoded.code_point == 0x2019;
        utf8::append(joined, is_apostrophe ? U'\'' : decoded.code_point);
    }
    return utf8::to_lower(joined);
}

std::string Identifiers::make(std::string_view prefix, std::string_view key) {
    const Slug slug = slug_of(key);
    std::string id(prefix);
    id += slug.text;
    if (!slug.is_exact) {
        id += (slug.text.empty() ? "" : "_") + hex_hash_of(key).substr(0, kShortHash);
    }
    if (taken_.contains(id)) {
        id += '_' + hex_hash_of(key);
    }
    return take(std::move(id));
}

std::string Identifiers::make_hashed(std::string_view prefix, std::string_view key) {
    std::string id(prefix);
    id += hex_hash_of(key);
    return take(std::move(id));
}

std::string Identifiers::take(std::string id) {
    while (!taken_.insert(id).second) {
        id += 'x';
    }
    return id;
}

}  // namespace stancegraph
