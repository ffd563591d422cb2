#include "training/training.hpp"

#include <catch2/catch.hpp>

#include "training/evaluation.hpp"
#include "training/random.hpp"

using namespace stancegraph;

namespace {

void add_word(std::string& conllu, std::uint32_t number, std::string_view form, std::string_view tags,
              std::string_view head_and_label) {
    conllu.append(std::to_string(number)).append("\t").append(form).append("\t").append(form).append("\t");
    conllu.append(tags).append("\t_\t").append(head_and_label).append("\t_\t_\n");
}

/// Sentences of a toy language: a subject, a verb, sometimes an object with an adjective.
std::string toy_treebank(std::size_t count) {
    const std::vector<std::string> nouns{"ships", "towns", "unions", "ports", "plans"};
    const std::vector<std::string> verbs{"oppose", "see", "like", "want"};
    const std::vector<std::string> adjectives{"new", "old", "big"};
    Random random(1);
    const auto any = [&](const std::vector<std::string>& words) {
        return words[random.below(static_cast<std::uint32_t>(words.size()))];
    };
    std::string conllu;
    for (std::size_t sentence = 0; sentence < count; ++sentence) {
        add_word(conllu, 1, any(nouns), "NOUN\tNNS", "2\tnsubj");
        add_word(conllu, 2, any(verbs), "VERB\tVBP", "0\troot");
        const bool has_object = random.below(2) == 0;
        if (has_object) {
            add_word(conllu, 3, any(adjectives), "ADJ\tJJ", "4\tamod");
            add_word(conllu, 4, any(nouns), "NOUN\tNNS", "2\tobj");
        }
        add_word(conllu, has_object ? 5 : 3, ".", "PUNCT\t.", "2\tpunct");
        conllu.append("\n");
    }
    return conllu;
}

TrainingOptions small_options() {
    TrainingOptions options;
    options.width = 32;
    options.layers = 2;
    options.hidden = 32;
    options.epochs = 12;
    options.batch_words = 50;
    options.rate = 0.01F;
    options.teachers = {.count = 2, .width = 64, .hidden = 64, .epochs = 4};
    return options;
}

}  // namespace

TEST_CASE("training learns a toy language and gives the same bytes again", "[training]") {
    TrainingData data;
    data.sentences = parse_treebank(toy_treebank(300));
    data.words.flags["oppose"] = kVerbBase;
    std::vector<TrainingProgress> reports;
    const auto keep = [&](const TrainingProgress& progress) { reports.push_back(progress); };
    const std::string image = train_model(data, small_options(), keep);
    REQUIRE(reports.size() == 12);
    CHECK(reports.back().epoch == 12);
    CHECK(reports.back().parser_loss < reports.front().parser_loss);
    CHECK(train_model(data, small_options(), [](const TrainingProgress&) {}) == image);

    std::string problem;
    const std::optional<Model> model = Model::load(image, problem);
    REQUIRE(problem.empty());
    const Evaluation evaluation = evaluate(*model, data.sentences, {});
    CHECK(evaluation.words.f1() == 100.0);
    CHECK(evaluation.sentences.f1() == 100.0);
    CHECK(evaluation.upos.f1() > 99.0);
    CHECK(evaluation.labelled_heads.f1() > 97.0);
}

TEST_CASE("a word that only the vectors know is read like its neighbours among them", "[training]") {
    TrainingData data;
    data.sentences = parse_treebank(toy_treebank(300));
    // Nouns point one way, verbs the other. `boats` and `hate` are in no sentence.
    data.vectors = parse_word_vectors(
        "ships 9 0\ntowns 9 0\nunions 9 0\nports 9 0\nplans 9 0\nboats 9 0\n"
        "oppose 0 9\nsee 0 9\nlike 0 9\nwant 0 9\nhate 0 9\n");
    std::string conllu;
    add_word(conllu, 1, "boats", "NOUN\tNNS", "2\tnsubj");
    add_word(conllu, 2, "hate", "VERB\tVBP", "0\troot");
    add_word(conllu, 3, "ships", "NOUN\tNNS", "2\tobj");
    add_word(conllu, 4, ".", "PUNCT\t.", "2\tpunct");
    const auto unseen = parse_treebank(conllu + "\n");
    const auto quiet = [](const TrainingProgress&) {};
    TrainingOptions options = small_options();
    std::string problem;
    const std::optional<Model> model = Model::load(train_model(data, options, quiet), problem);
    REQUIRE(problem.empty());
    CHECK(evaluate(*model, unseen, {}).upos.f1() == 100.0);

    options.kept_vectors = 0;
    const std::optional<Model> without = Model::load(train_model(data, options, quiet), problem);
    REQUIRE(problem.empty());
    CHECK(evaluate(*without, unseen, {}).upos.f1() < 100.0);
}

TEST_CASE("a word that stands only in raw sentences is learnt from what teachers make of them",
          "[training]") {
    TrainingData data;
    data.sentences = parse_treebank(toy_treebank(300));
    std::string raw;
    const auto add_raw = [&](const std::vector<std::string_view>& words) {
        for (std::uint32_t word = 0; word < words.size(); ++word) {
            add_word(raw, word + 1, words[word], "_\t_", "_\t_");
        }
        raw.append("\n");
    };
    for (const std::string_view noun : {"ships", "towns", "unions", "ports", "plans"}) {
        for (const std::string_view verb : {"oppose", "see", "like", "want"}) {
            add_raw({"boats", verb, noun, "."});
            add_raw({noun, "hate", noun, "."});
        }
    }
    std::string conllu;
    // The other way round than ever: only who knows the words can tell.
    add_word(conllu, 1, "hate", "VERB\tVBP", "0\troot");
    add_word(conllu, 2, "boats", "NOUN\tNNS", "1\tobj");
    add_word(conllu, 3, ".", "PUNCT\t.", "1\tpunct");
    const auto unseen = parse_treebank(conllu + "\n");
    const auto score = [&] {
        std::string problem;
        const auto model =
            Model::load(train_model(data, small_options(), [](const TrainingProgress&) {}), problem);
        REQUIRE(problem.empty());
        return evaluate(*model, unseen, {}).upos.f1();
    };
    const double without = score();
    data.raw = parse_treebank(raw);
    REQUIRE(data.raw.size() == 40);
    CHECK(score() == 100.0);
    CHECK(without < 100.0);
}

TEST_CASE("evaluation from raw text counts what the segmenter gets wrong", "[training]") {
    const auto gold = parse_treebank(
        "# newpar\n"
        "1\tShips\tship\tNOUN\tNNS\t_\t2\tnsubj\t_\t_\n"
        "2\tsail\tsail\tVERB\tVBP\t_\t0\troot\t_\tSpaceAfter=No\n"
        "3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n"
        "\n"
        "1-2\tcan't\t_\t_\t_\t_\t_\t_\t_\t_\n"
        "1\tca\tcan\tAUX\tMD\t_\t3\taux\t_\t_\n"
        "2\tn't\tnot\tPART\tRB\t_\t3\tadvmod\t_\t_\n"
        "3\tswim\tswim\tVERB\tVB\t_\t0\troot\t_\t_\n");
    const Segmenter segmenter{SegmenterLexicons{}};
    const Evaluation evaluation = evaluate_raw(Model::built_in(), segmenter, gold);
    CHECK(evaluation.words.gold == 6);
    CHECK(evaluation.words.correct == 6);
    CHECK(evaluation.words.f1() == 100.0);
    CHECK(evaluation.sentences.gold == 2);
}

TEST_CASE("an agreement of nothing is zero", "[training]") {
    CHECK(Agreement{}.f1() == 0.0);
    CHECK(Agreement{1, 2, 4}.precision() == 25.0);
    CHECK(Agreement{1, 2, 4}.recall() == 50.0);
    CHECK(Agreement{3, 4, 4}.f1() == 75.0);
}
