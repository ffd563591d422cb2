#include "annotate/features.hpp"

#include <algorithm>

#include "annotate/hash.hpp"
#include "base/utf8.hpp"

namespace stancegraph {
namespace {

struct Plain {
    std::string_view typographic;
    std::string_view plain;
};

constexpr std::array<Plain, 8> kPlain{{
    {"\u2018", "'"},
    {"\u2019", "'"},
    {"\u201C", "\""},
    {"\u201D", "\""},
    {"\u2013", "-"},
    {"\u2014", "--"},
    {"\u2026", "..."},
    {"\u00A0", " "},
}};

std::string plain(std::string_view form) {
    if (form == "''" || form == "``") {
        return "\"";  // Quotation marks as typewriters write them.
    }
    std::string text;
    text.reserve(form.size());
    for (std::size_t at = 0; at < form.size();) {
        const auto found = static_cast<unsigned char>(form[at]) < 0x80
                               ? kPlain.end()
                               : std::ranges::find_if(kPlain, [&](const Plain& entry) {
                                     return form.substr(at).starts_with(entry.typographic);
                                 });
        if (found == kPlain.end()) {
            text.push_back(form[at++]);
        } else {
            text.append(found->plain);
            at += found->typographic.size();
        }
    }
    return text;
}

char without_digit(char letter) {
    return letter >= '0' && letter <= '9' ? '0' : letter;
}

/// `Xxx-dd` for "Covid-19": each run is cut at three; bytes beyond ASCII count as small letters.
std::string shape_of(std::string_view text) {
    std::string shape;
    std::size_t run = 0;
    for (const char letter : text) {
        char kind = letter;
        if (letter >= 'A' && letter <= 'Z') {
            kind = 'X';
        } else if ((letter >= 'a' && letter <= 'z') || static_cast<unsigned char>(letter) >= 0x80) {
            kind = 'x';
        } else if (letter >= '0' && letter <= '9') {
            kind = 'd';
        }
        run = !shape.empty() && shape.back() == kind ? run + 1 : 1;
        if (run <= 3 && shape.size() < 12) {
            shape.push_back(kind);
        }
    }
    return shape;
}

}  // namespace

std::string normalised(std::string_view form) {
    return utf8::to_lower(plain(form));
}

FeatureKeys feature_keys(std::string_view form, bool is_first, const FormLexicon& lexicon) {
    const std::string text = plain(form);
    const std::string lower = utf8::to_lower(text);
    std::string word = lower;
    std::ranges::transform(word, word.begin(), without_digit);
    std::string shape = shape_of(text);
    shape.push_back(is_first ? '^' : '.');
    const auto suffix = [&](std::size_t length) {
        return std::string_view(word).substr(word.size() - std::min(word.size(), length));
    };
    const std::string frame = {word.empty() ? ' ' : word.front(), word.empty() ? ' ' : word.back(),
                               static_cast<char>('a' + std::min<std::size_t>(word.size(), 12))};
    const bool is_capital = !text.empty() && text.front() >= 'A' && text.front() <= 'Z';
    const std::uint32_t gazetteer = (lexicon.flags_of(lower) >> 7U) * 2U + (is_capital ? 1U : 0U);

    FeatureKeys keys{};
    const auto set = [&](FeatureTemplate which, std::string_view value) {
        const auto at = static_cast<std::size_t>(which);
        keys[at] = stable_hash(value, static_cast<std::uint32_t>(at));
    };
    set(FeatureTemplate::word, word);
    set(FeatureTemplate::prefix3, std::string_view(word).substr(0, 3));
    set(FeatureTemplate::suffix2, suffix(2));
    set(FeatureTemplate::suffix3, suffix(3));
    set(FeatureTemplate::suffix4, suffix(4));
    set(FeatureTemplate::shape, shape);
    set(FeatureTemplate::ambiguity, std::to_string(ambiguity_bits(lexicon, lower)));
    set(FeatureTemplate::frame, frame);
    set(FeatureTemplate::gazetteer, std::to_string(gazetteer));
    return keys;
}

}  // namespace stancegraph
