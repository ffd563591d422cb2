#include "annotate/analyzer.hpp"

#include <algorithm>
#include <array>
#include <numeric>

#include "annotate/lemmatizer.hpp"

namespace stancegraph {
namespace {

/// Enough words to fill the vector units, few enough to stay in the cache.
constexpr std::size_t kBatchWords = 160;
constexpr TokenIndex kLongestPiece = 400;

template <typename T>
T& grown(std::vector<T>& values, std::size_t index, std::size_t size) {
    if (index >= values.size()) {
        values.resize(std::max(index + 1, size));
    }
    return values[index];
}

void make_room(Annotation& annotation) {
    const std::size_t count = annotation.form.size();
    annotation.lemma.resize(count, 0);
    annotation.upos.resize(count, Upos::none);
    annotation.xpos.resize(count, Xpos::none);
    annotation.head.resize(count, kNoToken);
    annotation.deprel.resize(count, Deprel::none);
}

/// Where to cut a piece that starts at `tokens.begin` off a sentence that is too long: behind the last comma
/// or semicolon of its second half, if there is one.
TokenIndex cut_of(const Annotation& annotation, const Vocabulary& vocabulary, TokenSpan tokens) {
    const TokenIndex end = tokens.begin + kLongestPiece;
    for (TokenIndex token = end; token > end - kLongestPiece / 2; --token) {
        const std::string_view form = vocabulary.text(annotation.form[token - 1]);
        if (form == "," || form == ";") {
            return token;
        }
    }
    return end;
}

/// True if one of the first `count` names, which are sorted, begins in `tokens`.
bool has_names(const std::vector<Name>& names, std::size_t count, TokenSpan tokens) {
    const auto known = std::span(names).first(count);
    const auto first =
        std::ranges::lower_bound(known, tokens.begin, {}, [](const Name& name) { return name.tokens.begin; });
    return first != known.end() && first->tokens.begin < tokens.end;
}

bool has_article(const Annotation& annotation, TokenSpan within, TokenIndex noun) {
    for (TokenIndex token = within.begin; token < within.end; ++token) {
        if (annotation.head[token] == noun && annotation.deprel[token] == Deprel::det) {
            return true;
        }
    }
    return false;
}

}  // namespace

Analyzer::Analyzer(const Model& model, Vocabulary& vocabulary, std::vector<std::string> titles,
                   const Kernels& kernels)
    : model_(model),
      vocabulary_(vocabulary),
      kernels_(kernels),
      titles_(std::move(titles)),
      encoder_(model, kernels, vocabulary),
      parser_(model, kernels) {
    std::ranges::sort(titles_);
}

void Analyzer::forget_stale_words() {
    if (generation_ == vocabulary_.generation()) {
        return;
    }
    generation_ = vocabulary_.generation();
    std::ranges::fill(first_lemma_, 0);
    lemmas_.clear();
    std::ranges::fill(words_, KeptWord{});
}

Symbol Analyzer::lemma(Symbol form, Xpos xpos) {
    std::uint32_t& first = grown(first_lemma_, form, vocabulary_.size());
    for (std::uint32_t entry = first; entry != 0; entry = lemmas_[entry - 1].next) {
        if (lemmas_[entry - 1].xpos == xpos) {
            return lemmas_[entry - 1].lemma;
        }
    }
    const Symbol lemma = vocabulary_.intern(lemma_of(model_, vocabulary_.text(form), xpos));
    lemmas_.push_back({xpos, lemma, first});
    first = static_cast<std::uint32_t>(lemmas_.size());
    return lemma;
}

const Analyzer::KeptWord& Analyzer::word(Symbol lower) {
    KeptWord& word = grown(words_, lower, vocabulary_.size());
    if (!word.is_known) {
        const std::string_view text = vocabulary_.text(lower);
        const auto is_listed = [&](std::string_view form) {
            return std::ranges::binary_search(titles_, form);
        };
        word.is_known = true;
        word.flags = model_.lexicon().flags_of(text);
        word.is_title =
            is_listed(text) || (text.ends_with('.') && is_listed(text.substr(0, text.size() - 1)));
    }
    return word;
}

void Analyzer::analyze_all(Annotation& annotation) {
    std::vector<std::uint32_t> sentences(annotation.sentences.size());
    std::iota(sentences.begin(), sentences.end(), 0U);
    analyze(annotation, sentences);
}

void Analyzer::analyze(Annotation& annotation, std::span<const std::uint32_t> sentences) {
    forget_stale_words();
    make_room(annotation);
    const std::size_t names_before = annotation.names.size();
    std::size_t words = 0;
    for (const std::uint32_t index : sentences) {
        Sentence& sentence = annotation.sentences[index];
        if (sentence.tokens.is_empty() ||
            (sentence.has_tree && has_names(annotation.names, names_before, sentence.tokens))) {
            continue;
        }
        add_pieces(annotation, sentence);
        sentence.has_tree = true;
        words += sentence.tokens.size();
        if (words >= kBatchWords) {
            run_batch(annotation);
            words = 0;
        }
    }
    run_batch(annotation);
    const auto added = annotation.names.begin() + static_cast<std::ptrdiff_t>(names_before);
    const auto is_before = [](const Name& left, const Name& right) { return left.tokens < right.tokens; };
    std::sort(added, annotation.names.end(), is_before);
    std::inplace_merge(annotation.names.begin(), added, annotation.names.end(), is_before);
    unify_kinds(annotation);
}

void Analyzer::add_pieces(const Annotation& annotation, const Sentence& sentence) {
    bool opens = true;
    TokenSpan rest = sentence.tokens;
    while (rest.size() > kLongestPiece) {
        const TokenIndex cut = cut_of(annotation, vocabulary_, rest);
        pieces_.push_back({{rest.begin, cut}, opens, sentence.has_tree});
        rest.begin = cut;
        opens = false;
    }
    pieces_.push_back({rest, opens, sentence.has_tree});
}

void Analyzer::run_batch(Annotation& annotation) {
    if (pieces_.empty()) {
        return;
    }
    inputs_.clear();
    for (const Piece& piece : pieces_) {
        inputs_.push_back({std::span(annotation.form).subspan(piece.tokens.begin, piece.tokens.size()),
                           piece.opens_sentence});
    }
    encoder_.encode(inputs_);
    const InputRows rows = encoder_.rows();
    scores_.resize(rows.count * model_.tag_layer().outputs);
    name_scores_.resize(rows.count * model_.name_layer().outputs);
    kernels_.score(model_.tag_layer(), rows, scores_.data(), model_.tag_layer().outputs);
    kernels_.score(model_.name_layer(), rows, name_scores_.data(), model_.name_layer().outputs);
    parser_.project(rows);
    trees_.clear();
    for (std::size_t index = 0; index < pieces_.size(); ++index) {
        if (!pieces_[index].has_tree) {
            trees_.push_back({encoder_.first_row(index), pieces_[index].tokens.size()});
        }
    }
    parser_.parse(trees_);
    std::size_t tree = 0;
    for (std::size_t index = 0; index < pieces_.size(); ++index) {
        const std::size_t row = encoder_.first_row(index);
        const Piece& piece = pieces_[index];
        if (!piece.has_tree) {
            tag(annotation, piece, row);
            hang(annotation, piece, parser_.state(tree++));
            make_nouns(annotation, piece);
            join_titles(annotation, piece);
        }
        mark_names(annotation, piece, row);
        find_names(annotation, piece.tokens, evidence_, annotation.names);
    }
    pieces_.clear();
}

void Analyzer::tag(Annotation& annotation, const Piece& piece, std::size_t row) {
    const std::size_t stride = model_.tag_layer().outputs;
    const std::span<const TagLabel> labels = model_.tag_labels();
    for (TokenIndex token = piece.tokens.begin; token < piece.tokens.end; ++token, ++row) {
        const auto first = scores_.begin() + static_cast<std::ptrdiff_t>(row * stride);
        const auto best = std::max_element(first, first + static_cast<std::ptrdiff_t>(labels.size()));
        const TagLabel& label = labels[static_cast<std::size_t>(best - first)];
        annotation.upos[token] = label.upos;
        annotation.xpos[token] = label.xpos;
        annotation.lemma[token] = lemma(annotation.form[token], label.xpos);
    }
}

void Analyzer::mark_names(const Annotation& annotation, const Piece& piece, std::size_t row) {
    const std::size_t stride = model_.name_layer().outputs;
    evidence_.clear();
    NameTag before = NameTag::outside;
    for (TokenIndex token = piece.tokens.begin; token < piece.tokens.end; ++token, ++row) {
        const std::span<const std::int32_t> scores(name_scores_.data() + row * stride, kNameTags);
        before = best_name_tag(scores, before);
        const KeptWord& kept = word(annotation.lower[token]);
        evidence_.push_back({before, kept.flags, kept.is_title});
    }
}

void Analyzer::hang(Annotation& annotation, const Piece& piece, const ParserState& state) {
    for (std::uint32_t word = 0; word < piece.tokens.size(); ++word) {
        const TokenIndex token = piece.tokens.begin + word;
        const std::int32_t head = state.head(word);
        const bool is_root = head < 0;
        // The pieces of a very long sentence hang on the root of its first.
        annotation.head[token] = !is_root               ? piece.tokens.begin + static_cast<TokenIndex>(head)
                                 : piece.opens_sentence ? kNoToken
                                                        : sentence_root_;
        annotation.deprel[token] = is_root && !piece.opens_sentence ? Deprel::parataxis : state.label(word);
        if (is_root && piece.opens_sentence) {
            sentence_root_ = token;
        }
    }
}

/// Tags and tree are found apart: "a reading" is a noun, whatever it was tagged.
void Analyzer::make_nouns(Annotation& annotation, const Piece& piece) {
    for (TokenIndex token = piece.tokens.begin; token < piece.tokens.end; ++token) {
        const TokenIndex head = annotation.head[token];
        const bool has_article = head != kNoToken && head > token && annotation.xpos[token] == Xpos::dt &&
                                 annotation.deprel[token] == Deprel::det;
        if (has_article && annotation.xpos[head] == Xpos::vbg) {
            annotation.upos[head] = Upos::noun;
            annotation.xpos[head] = Xpos::nn;
            annotation.lemma[head] = lemma(annotation.form[head], Xpos::nn);
        }
    }
}

/// A verb has one subject: in "analyst Lin said" the noun belongs to the name, where the parser made both of
/// them subjects; not in "the step Lin took".
void Analyzer::join_titles(Annotation& annotation, const Piece& piece) {
    for (TokenIndex name = piece.tokens.begin + 1; name < piece.tokens.end; ++name) {
        const TokenIndex title = name - 1;
        const bool are_subjects =
            annotation.deprel[name] == Deprel::nsubj && annotation.deprel[title] == Deprel::nsubj;
        if (are_subjects && !has_article(annotation, {piece.tokens.begin, title}, title) &&
            annotation.head[name] == annotation.head[title] && annotation.head[name] > name &&
            annotation.upos[title] == Upos::noun && annotation.upos[name] == Upos::propn) {
            annotation.head[title] = name;
            annotation.deprel[title] = Deprel::compound;
        }
    }
}

}  // namespace stancegraph
