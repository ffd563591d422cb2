#include "store/annotation_bytes.hpp"

#include <random>
#include <sstream>

#include <catch2/catch.hpp>

#include "base/utf8.hpp"
#include "pipeline/processor.hpp"
#include "ruleset/load.hpp"
#include "store/compression.hpp"
#include "store/sound_annotation.hpp"
#include "text/corpus.hpp"

using namespace stancegraph;

namespace {

const std::string kSource = STANCEGRAPH_SOURCE_DIR;

const Engine& engine() {
    static const std::unique_ptr<const Engine> made = [] {
        Diagnostics diagnostics;
        return std::make_unique<const Engine>(load_rules({kSource + "/rules"}, diagnostics), diagnostics);
    }();
    return *made;
}

std::vector<Document> corpus() {
    std::istringstream nothing;
    Diagnostics diagnostics;
    std::vector<Document> documents;
    for (const Input& input : list_inputs({kSource + "/corpus"}, nothing, diagnostics)) {
        for (Document& document : read_input(input, engine().read_options(), diagnostics)) {
            documents.push_back(std::move(document));
        }
    }
    return documents;
}

/// All of an annotation as text, words spelled out.
std::string everything_in(const Annotation& annotation, const Vocabulary& vocabulary) {
    std::ostringstream out;
    for (TokenIndex token = 0; token < annotation.token_count(); ++token) {
        out << annotation.span[token].begin << '-' << annotation.span[token].end << ' '
            << vocabulary.text(annotation.form[token]) << ' ' << vocabulary.text(annotation.lower[token])
            << ' ' << vocabulary.text(annotation.lemma[token]) << ' '
            << static_cast<int>(annotation.upos[token]) << ' ' << static_cast<int>(annotation.xpos[token])
            << ' ' << annotation.head[token] << ' ' << static_cast<int>(annotation.deprel[token]) << '\n';
    }
    for (const Paragraph& paragraph : annotation.paragraphs) {
        out << "paragraph " << paragraph.span.begin << '-' << paragraph.span.end << ' '
            << paragraph.tokens.begin << '-' << paragraph.tokens.end << ' '
            << static_cast<int>(paragraph.block_class) << ' ' << paragraph.first_sentence << ' '
            << paragraph.sentence_count << '\n';
    }
    for (const Sentence& sentence : annotation.sentences) {
        out << "sentence " << sentence.span.begin << '-' << sentence.span.end << ' ' << sentence.tokens.begin
            << '-' << sentence.tokens.end << ' ' << sentence.paragraph << ' ' << sentence.has_tree << '\n';
    }
    for (const Quotation& quotation : annotation.quotations) {
        out << "quotation " << quotation.span.begin << '-' << quotation.span.end << ' '
            << quotation.tokens.begin << '-' << quotation.tokens.end << ' ' << quotation.is_open << ' '
            << int{quotation.depth} << ' ' << quotation.continues << '\n';
    }
    for (const Name& name : annotation.names) {
        out << "name " << name.tokens.begin << '-' << name.tokens.end << ' ' << static_cast<int>(name.kind)
            << '\n';
    }
    return out.str();
}

}  // namespace

TEST_CASE("an annotation comes back from its bytes as it was", "[store]") {
    Processor processor(engine());
    std::size_t tokens = 0;
    for (const Document& document : corpus()) {
        INFO(document.name);
        const Annotation annotation = processor.annotate(document);
        REQUIRE(is_sound(annotation, document.text));
        const std::string bytes = annotation_bytes(annotation, processor.vocabulary());
        Vocabulary other;
        const auto back = annotation_from_bytes(bytes, document.text, other);
        REQUIRE(back.has_value());
        CHECK(everything_in(*back, other) == everything_in(annotation, processor.vocabulary()));
        tokens += annotation.token_count();
    }
    CHECK(tokens > 5000);
}

TEST_CASE("blocks and given trees come back from their bytes as they were", "[store]") {
    bool has_given = false;
    for (const Document& document : corpus()) {
        Document back;
        back.text = document.text;
        REQUIRE(read_layout(layout_bytes(document), back));
        CHECK(layout_bytes(back) == layout_bytes(document));
        CHECK((back.given != nullptr) == (document.given != nullptr));
        has_given = has_given || back.given != nullptr;
    }
    CHECK(has_given);
}

TEST_CASE("whatever the bytes are, what is read from them can be worked with", "[store]") {
    constexpr std::uint32_t kRounds = 1500;
    Processor processor(engine());
    std::vector<Document> documents = corpus();
    documents.resize(5);
    std::vector<std::string> plain;
    for (const Document& document : documents) {
        plain.push_back(
            *decompressed(annotation_bytes(processor.annotate(document), processor.vocabulary())));
    }
    std::minstd_rand random(7);
    std::uint32_t accepted = 0;
    for (std::uint32_t round = 0; round < kRounds; ++round) {
        const Document& document = documents[round % documents.size()];
        std::string damaged = plain[round % documents.size()];
        for (std::uint32_t change = 0; change <= round % 3; ++change) {
            damaged[random() % damaged.size()] = static_cast<char>(random());
        }
        damaged.resize(round % 7 == 0 ? random() % damaged.size() : damaged.size());
        const auto annotation =
            annotation_from_bytes(compressed(damaged), document.text, processor.open_vocabulary());
        if (annotation.has_value()) {
            ++accepted;
            CHECK(is_sound(*annotation, document.text));
            static_cast<void>(processor.match(document, *annotation));
        }
    }
    CHECK(accepted > kRounds / 20);  // a changed tag does no harm
}

TEST_CASE("a paragraph whose words reach beyond the text is not sound", "[store]") {
    Processor processor(engine());
    const Document document = corpus().front();
    Annotation annotation = processor.annotate(document);
    REQUIRE(is_sound(annotation, document.text));
    ++annotation.paragraphs.back().tokens.end;
    CHECK_FALSE(is_sound(annotation, document.text));
}

TEST_CASE("bytes that are no frame, or of another text, give nothing", "[store]") {
    Vocabulary vocabulary;
    CHECK_FALSE(annotation_from_bytes("", "text", vocabulary).has_value());
    CHECK_FALSE(annotation_from_bytes("no frame", "text", vocabulary).has_value());
    CHECK_FALSE(decompressed(compressed("abc") + "x").has_value());
    Processor processor(engine());
    const Document document = corpus().front();
    const std::string bytes = annotation_bytes(processor.annotate(document), processor.vocabulary());
    CHECK_FALSE(annotation_from_bytes(bytes, "too short", vocabulary).has_value());
    std::string flipped = bytes;
    flipped[flipped.size() / 2] = static_cast<char>(flipped[flipped.size() / 2] ^ 1);
    CHECK_FALSE(annotation_from_bytes(flipped, document.text, vocabulary).has_value());
}
