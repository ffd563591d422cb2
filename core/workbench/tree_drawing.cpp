#include "workbench/tree_drawing.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/utf8.hpp"

namespace stancegraph {
namespace {

constexpr std::size_t kColumnCount = 5;
using Row = std::array<std::string, kColumnCount>;  ///< Branches and form, lemma, UPOS, XPOS, relation.

std::string name_kind(const Annotation& annotation, TokenIndex token) {
    constexpr std::array<std::string_view, 4> kWords{"name", "person", "organisation", "place"};
    for (const Name& name : annotation.names) {
        if (name.tokens.contains(token)) {
            return " (" + std::string(kWords[static_cast<std::size_t>(name.kind)]) + ")";
        }
    }
    return {};
}

class Drawing {
public:
    Drawing(const Document& document, const Annotation& annotation, const Vocabulary& vocabulary,
            const Sentence& sentence)
        : document_(document), annotation_(annotation), vocabulary_(vocabulary), sentence_(sentence) {
        children_.resize(sentence.tokens.size());
        for (TokenIndex token = sentence.tokens.begin; token < sentence.tokens.end; ++token) {
            const TokenIndex head = annotation.head[token];
            if (sentence.tokens.contains(head)) {
                children_[head - sentence.tokens.begin].push_back(token);
            } else {
                roots_.push_back(token);
            }
        }
    }

    [[nodiscard]] std::vector<Row> rows() {
        for (const TokenIndex root : roots_) {
            draw(root, "", "");
        }
        return std::move(rows_);
    }

private:
    /// `branch` stands before the token itself, `indent` before all below it. As deep as the tree.
    void draw(TokenIndex token, const std::string& branch, const std::string& indent) {
        const ByteSpan bytes = annotation_.span[token];
        const std::string form(document_.text, bytes.begin, bytes.size());
        rows_.push_back({branch + utf8::visible(form),
                         sentence_.has_tree ? utf8::visible(vocabulary_.text(annotation_.lemma[token])) : "",
                         std::string(name_of(annotation_.upos[token])),
                         std::string(name_of(annotation_.xpos[token])),
                         std::string(name_of(annotation_.deprel[token])) + name_kind(annotation_, token)});
        const std::vector<TokenIndex>& below = children_[token - sentence_.tokens.begin];
        for (const TokenIndex child : below) {
            const bool is_last = child == below.back();
            draw(child, indent + (is_last ? "└─ " : "├─ "), indent + (is_last ? "   " : "│  "));
        }
    }

    const Document& document_;
    const Annotation& annotation_;
    const Vocabulary& vocabulary_;
    const Sentence& sentence_;
    std::vector<std::vector<TokenIndex>> children_;
    std::vector<TokenIndex> roots_;
    std::vector<Row> rows_;
};

}  // namespace

std::vector<std::string> draw_tree(const Document& document, const Annotation& annotation,
                                   const Vocabulary& vocabulary, const Sentence& sentence) {
    const std::vector<Row> rows = Drawing(document, annotation, vocabulary, sentence).rows();
    std::array<std::size_t, kColumnCount> widths{};
    for (const Row& row : rows) {
        for (std::size_t column = 0; column < kColumnCount; ++column) {
            widths[column] = std::max(widths[column], utf8::display_width(row[column]));
        }
    }
    std::vector<std::string> lines;
    for (const Row& row : rows) {
        std::string& line = lines.emplace_back();
        for (std::size_t column = 0; column < kColumnCount; ++column) {
            line += row[column] + std::string(widths[column] - utf8::display_width(row[column]) + 2, ' ');
        }
        line.erase(line.find_last_not_of(' ') + 1);
    }
    return lines;
}

}  // namespace stancegraph
