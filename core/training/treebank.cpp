#include "training/treebank.hpp"

#include <array>
#include <charconv>
#include <map>
#include <optional>
#include <utility>

namespace stancegraph {
namespace {

constexpr std::size_t kConlluColumns = 10;

std::string_view next_line(std::string_view& rest) {
    const std::size_t end = rest.find('\n');
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    if (line.ends_with('\r')) {
        line.remove_suffix(1);
    }
    return line;
}

std::vector<std::string_view> columns_of(std::string_view line) {
    std::vector<std::string_view> columns;
    while (true) {
        const std::size_t end = line.find('\t');
        columns.push_back(line.substr(0, end));
        if (end == std::string_view::npos) {
            return columns;
        }
        line.remove_prefix(end + 1);
    }
}

std::optional<std::int32_t> number(std::string_view text) {
    std::int32_t value = 0;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
    if (result.ec != std::errc() || result.ptr != text.data() + text.size()) {
        return std::nullopt;
    }
    return value;
}

/// Collects the lines of one sentence.
class SentenceReader {
public:
    void add_comment(std::string_view line) {
        if (line.starts_with("# newpar") || line.starts_with("# newdoc")) {
            sentence_.opens_paragraph = true;
        }
    }

    void add_word_line(std::string_view line) {
        const auto columns = columns_of(line);
        if (columns.size() != kConlluColumns || columns[0].find('.') != std::string_view::npos) {
            return;  // Malformed, or an empty node of the enhanced graph.
        }
        if (const std::size_t dash = columns[0].find('-'); dash != std::string_view::npos) {
            add_surface(columns);
            covered_until_ = number(columns[0].substr(dash + 1)).value_or(0);
        } else {
            add_word(columns);
        }
    }

    /// The sentence so far; the reader starts anew.
    [[nodiscard]] TreebankSentence take() {
        if (!is_tree()) {
            sentence_.heads.clear();
            sentence_.deprels.clear();
        }
        covered_until_ = 0;
        return std::exchange(sentence_, {});
    }

private:
    void add_surface(const std::vector<std::string_view>& columns) {
        sentence_.surfaces.emplace_back(columns[1]);
        sentence_.space_after.push_back(columns[9].find("SpaceAfter=No") == std::string_view::npos);
    }

    void add_word(const std::vector<std::string_view>& columns) {
        constexpr std::int32_t kUnknown = -1;
        if (number(columns[0]).value_or(0) > covered_until_) {
            add_surface(columns);
        }
        sentence_.surface.push_back(static_cast<std::uint32_t>(sentence_.surfaces.size() - 1));
        sentence_.forms.emplace_back(columns[1]);
        sentence_.lemmas.emplace_back(columns[2]);
        sentence_.upos.push_back(find_upos(columns[3]).value_or(Upos::x));
        sentence_.xpos.push_back(find_xpos(columns[4]).value_or(Xpos::fw));
        sentence_.heads.push_back(number(columns[6]).value_or(kUnknown) - 1);
        sentence_.deprels.push_back(find_deprel(columns[7]).value_or(Deprel::dep));
    }

    /// Every word reaches the one root.
    [[nodiscard]] bool is_tree() const {
        const auto count = static_cast<std::int32_t>(sentence_.heads.size());
        int roots = 0;
        for (std::int32_t word = 0; word < count; ++word) {
            std::int32_t at = word;
            for (std::int32_t steps = 0; at != TreebankSentence::kRoot; ++steps) {
                if (at < 0 || at >= count || steps > count) {
                    return false;
                }
                at = sentence_.heads[static_cast<std::size_t>(at)];
            }
            roots += sentence_.heads[static_cast<std::size_t>(word)] == TreebankSentence::kRoot ? 1 : 0;
        }
        return roots == 1;
    }

    TreebankSentence sentence_;
    std::int32_t covered_until_ = 0;  ///< Words up to this number belong to the multi-word token before.
};

NameTag name_tag(std::string_view label) {
    constexpr std::array<std::pair<std::string_view, NameTag>, 6> kLabels{
        {{"B-PER", NameTag::begin_person},
         {"I-PER", NameTag::inside_person},
         {"B-LOC", NameTag::begin_place},
         {"I-LOC", NameTag::inside_place},
         {"B-ORG", NameTag::begin_organisation},
         {"I-ORG", NameTag::inside_organisation}}};
    for (const auto& [name, tag] : kLabels) {
        if (label == name) {
            return tag;
        }
    }
    return NameTag::outside;
}

std::string joined(const std::vector<std::string>& forms) {
    std::string text;
    for (const std::string& form : forms) {
        text.append(form).push_back('\n');
    }
    return text;
}

}  // namespace

std::vector<TreebankSentence> parse_treebank(std::string_view conllu) {
    std::vector<TreebankSentence> sentences;
    SentenceReader reader;
    const auto finish = [&] {
        if (TreebankSentence sentence = reader.take(); !sentence.forms.empty()) {
            sentences.push_back(std::move(sentence));
        }
    };
    while (!conllu.empty()) {
        const std::string_view line = next_line(conllu);
        if (line.empty()) {
            finish();
        } else if (line.front() == '#') {
            reader.add_comment(line);
        } else {
            reader.add_word_line(line);
        }
    }
    finish();
    return sentences;
}

std::vector<TreebankSentence> parse_names(std::string_view iob2) {
    std::vector<TreebankSentence> sentences;
    TreebankSentence sentence;
    const auto finish = [&] {
        if (!sentence.forms.empty()) {
            sentences.push_back(std::exchange(sentence, {}));
        }
    };
    while (!iob2.empty()) {
        const std::string_view line = next_line(iob2);
        const auto columns = columns_of(line);
        if (line.empty()) {
            finish();
        } else if (columns.size() >= 2) {
            sentence.forms.emplace_back(columns[0]);
            sentence.names.push_back(name_tag(columns[1]));
        }
    }
    finish();
    return sentences;
}

void add_names(std::vector<TreebankSentence>& treebank, std::vector<TreebankSentence> named) {
    std::map<std::string, std::vector<std::size_t>, std::less<>> by_words;
    for (std::size_t index = 0; index < treebank.size(); ++index) {
        if (treebank[index].names.empty()) {
            by_words[joined(treebank[index].forms)].push_back(index);
        }
    }
    for (TreebankSentence& sentence : named) {
        const auto found = by_words.find(joined(sentence.forms));
        if (found != by_words.end()) {
            for (const std::size_t index : found->second) {
                treebank[index].names = sentence.names;
            }
        } else {
            treebank.push_back(std::move(sentence));
        }
    }
}

}  // namespace stancegraph
