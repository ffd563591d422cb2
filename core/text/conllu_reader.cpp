#include "text/conllu_reader.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include <fmt/format.h>

#include "text/blocks.hpp"
#include "text/conllu_sentence.hpp"
#include "text/date.hpp"
#include "text/document_names.hpp"
#include "text/text_location.hpp"

namespace stancegraph {
namespace {

/// An article that grows sentence by sentence.
class ArticleBuilder {
public:
    void begin_paragraph() { is_new_paragraph_ = true; }

    void add(ConlluSentence sentence);
    void set(std::string_view key, std::string_view value);

    [[nodiscard]] bool is_empty() const { return given_.tokens.empty(); }

    /// The document, called by its id. Precondition: !is_empty().
    [[nodiscard]] Document finish(const BlockLexicons& lexicons);

    void set_id(std::string_view id) { document_.name = id; }

private:
    void open_place();
    void add_word(ConlluWord& word, std::string_view surface, TokenIndex sentence_begin);
    void add_contraction(ConlluSentence& sentence, const ConlluRange& range, TokenIndex sentence_begin);

    Document document_;
    GivenAnnotation given_;
    bool is_new_paragraph_ = true;
    bool pending_space_ = false;
};

/// White space before what comes next.
void ArticleBuilder::open_place() {
    if (is_new_paragraph_) {
        document_.text += document_.text.empty() ? "" : "\n\n";
        const auto begin = static_cast<std::uint32_t>(document_.text.size());
        document_.blocks.push_back({.span = {begin, begin}});
        is_new_paragraph_ = false;
    } else if (pending_space_) {
        document_.text += ' ';
    }
    pending_space_ = false;
}

void ArticleBuilder::add_word(ConlluWord& word, std::string_view surface, TokenIndex sentence_begin) {
    const auto begin = static_cast<std::uint32_t>(document_.text.size());
    document_.text += surface;
    word.token.span = {begin, static_cast<std::uint32_t>(document_.text.size())};
    const std::uint32_t head = word.head.value_or(0);
    word.token.head = head == 0 ? kNoToken : sentence_begin + head - 1;
    given_.tokens.push_back(std::move(word.token));
}

void ArticleBuilder::add_contraction(ConlluSentence& sentence, const ConlluRange& range,
                                     TokenIndex sentence_begin) {
    std::vector<std::string_view> forms;
    for (std::uint32_t number = range.first; number <= range.last; ++number) {
        forms.push_back(sentence.words[number - 1].form);
    }
    const std::vector<std::string> parts = surface_parts(range.surface, forms);
    for (std::uint32_t number = range.first; number <= range.last; ++number) {
        ConlluWord& word = sentence.words[number - 1];
        // A surface shorter than its words cannot be shared; then the forms stand for it.
        const std::string surface = parts.empty() ? word.form : parts[number - range.first];
        add_word(word, surface, sentence_begin);
    }
    pending_space_ = range.space_after;
}

void ArticleBuilder::add(ConlluSentence sentence) {
    const auto sentence_begin = static_cast<TokenIndex>(given_.tokens.size());
    auto range = sentence.ranges.begin();
    for (std::uint32_t number = 1; number <= sentence.words.size();) {
        open_place();
        if (range != sentence.ranges.end() && range->first == number) {
            add_contraction(sentence, *range, sentence_begin);
            number = range->last + 1;
            ++range;
        } else {
            ConlluWord& word = sentence.words[number - 1];
            add_word(word, word.form, sentence_begin);
            pending_space_ = word.space_after;
            ++number;
        }
    }
    given_.sentences.push_back({sentence_begin, static_cast<TokenIndex>(given_.tokens.size())});
    document_.blocks.back().span.end = static_cast<std::uint32_t>(document_.text.size());
}

void ArticleBuilder::set(std::string_view key, std::string_view value) {
    Source& source = document_.source;
    if (key == "date") {
        source.date = iso_date(value);
    } else if (key == "title") {
        source.title = value;
    } else if (key == "outlet") {
        source.outlet = value;
    } else if (key == "author") {
        source.author = value;
    } else if (key == "url") {
        source.url = value;
    }
}

Document ArticleBuilder::finish(const BlockLexicons& lexicons) {
    classify_blocks(document_.text, lexicons, document_.blocks);
    read_article_head(document_.text, document_.blocks, lexicons, document_.source);
    document_.given = std::make_shared<const GivenAnnotation>(std::move(given_));
    return std::move(document_);
}

/// Reads a file line by line and hands whole sentences on.
class FileReader {
public:
    FileReader(const std::string& name, std::string_view text, const ReadOptions& options,
               Diagnostics& diagnostics)
        : name_(name),
          text_(text),
          options_(&options),
          diagnostics_(&diagnostics),
          faults_(name, "sentences with faults", diagnostics) {}

    [[nodiscard]] std::vector<Document> read();

private:
    void take_line(std::string_view line);
    void take_comment(std::string_view comment);
    void end_sentence();
    void end_article();
    void report_unknown();
    void name_documents();

    std::string name_;
    std::string_view text_;
    const ReadOptions* options_;
    Diagnostics* diagnostics_;
    FaultCounter faults_;
    UnknownLabels unknown_;
    ArticleBuilder article_;
    std::vector<std::string_view> lines_;
    std::vector<std::uint32_t> numbers_;
    std::uint32_t number_ = 0;
    std::vector<Document> documents_;
};

/// `newdoc id = x` gives `newdoc id` and `x`.
std::pair<std::string_view, std::string_view> key_and_value(std::string_view comment) {
    const auto strip = [](std::string_view part) {
        const std::size_t begin = std::min(part.find_first_not_of(" \t"), part.size());
        const std::size_t end = part.find_last_not_of(" \t");
        return end == std::string_view::npos ? std::string_view() : part.substr(begin, end + 1 - begin);
    };
    const std::size_t equals = std::min(comment.find('='), comment.size());
    const std::string_view value = equals < comment.size() ? comment.substr(equals + 1) : std::string_view();
    return {strip(comment.substr(0, equals)), strip(value)};
}

void FileReader::take_comment(std::string_view comment) {
    const auto [key, value] = key_and_value(comment);
    if (key.starts_with("newdoc")) {
        end_article();
        article_.set_id(value);
    } else if (key.starts_with("newpar")) {
        article_.begin_paragraph();
    } else {
        article_.set(key, value);
    }
}

void FileReader::take_line(std::string_view line) {
    if (line.empty()) {
        end_sentence();
    } else if (line.front() == '#') {
        if (!lines_.empty()) {
            end_sentence();
        }
        take_comment(line.substr(1));
    } else {
        lines_.push_back(line);
        numbers_.push_back(number_);
    }
}

void FileReader::end_sentence() {
    if (lines_.empty()) {
        return;
    }
    ConlluFault fault;
    if (auto sentence = parse_conllu_sentence(lines_, numbers_, unknown_, fault)) {
        article_.add(std::move(*sentence));
    } else if (faults_.count()) {
        const std::string_view line = lines_[fault.line];
        diagnostics_->add({.code = "SG2040",
                           .severity = Severity::error,
                           .message = fmt::format("this sentence is left out: {}", fault.message),
                           .location = place_in(name_, line, 0, numbers_[fault.line]),
                           .hint = "see universaldependencies.org/format.html",
                           .notes = {}});
    }
    lines_.clear();
    numbers_.clear();
}

void FileReader::end_article() {
    end_sentence();
    if (!article_.is_empty()) {
        documents_.push_back(article_.finish(options_->lexicons));
    }
    article_ = ArticleBuilder();
}

void FileReader::report_unknown() {
    for (const auto& [label, seen] : unknown_.labels) {
        diagnostics_->add(
            {.code = "SG2041",
             .severity = Severity::warning,
             .message = fmt::format("unknown {}, {} in this file", label,
                                    seen.count == 1 ? "once" : fmt::format("{} times", seen.count)),
             .location = place_in(name_, {}, 0, seen.first_line),
             .hint = "UPOS and DEPREL are those of Universal Dependencies, XPOS those of the Penn Treebank",
             .notes = {}});
    }
}

void FileReader::name_documents() {
    DocumentNames names;
    for (std::size_t at = 0; at < documents_.size(); ++at) {
        Document& document = documents_[at];
        if (documents_.size() == 1) {
            document.name = name_;
        } else {
            document.name =
                fmt::format("{}#{}", name_, document.name.empty() ? std::to_string(at + 1) : document.name);
        }
        document.name = names.take(document.name, *diagnostics_);
    }
}

std::vector<Document> FileReader::read() {
    for (std::size_t at = 0; at < text_.size();) {
        const std::size_t end = std::min(text_.find('\n', at), text_.size());
        std::string_view line = text_.substr(at, end - at);
        if (line.ends_with('\r')) {
            line.remove_suffix(1);
        }
        ++number_;
        take_line(line);
        at = end + 1;
    }
    end_article();
    report_unknown();
    name_documents();
    return std::move(documents_);
}

}  // namespace

std::vector<Document> read_conllu(const std::string& name, std::string_view text, const ReadOptions& options,
                                  Diagnostics& diagnostics) {
    return FileReader(name, text, options, diagnostics).read();
}

}  // namespace stancegraph
