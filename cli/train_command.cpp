#include <filesystem>
#include <fstream>
#include <iterator>

#include <fmt/format.h>

#include "annotate/model.hpp"
#include "cli/atomic_file.hpp"
#include "cli/command.hpp"
#include "cli/options.hpp"
#include "cli/project.hpp"
#include "cli/rule_folders.hpp"
#include "pipeline/engine.hpp"
#include "query/text_table.hpp"
#include "training/evaluation.hpp"
#include "training/segmentation_score.hpp"
#include "training/training.hpp"

namespace stancegraph::cli {
namespace {

struct TrainChoice {
    std::vector<std::string> treebanks;
    std::string output = "english.model";
    std::string wordnet = "/usr/share/wordnet";
    std::string vectors;
    std::string unannotated;
    std::string model;
    std::string document_part;
    std::uint32_t epochs = TrainingOptions().epochs;
    std::uint32_t seed = static_cast<std::uint32_t>(TrainingOptions().seed);
    bool evaluates = false;
    bool is_raw = false;
};

std::optional<std::string> read_bytes(const std::string& path, std::string_view advice, Streams& streams) {
    std::error_code error;
    std::ifstream in(path, std::ios::binary);
    if (!in || std::filesystem::is_directory(path, error)) {
        report(streams, plain_error("SG4006", fmt::format("cannot read '{}'", path), std::string(advice)));
        return std::nullopt;
    }
    return std::string{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

constexpr std::string_view kTreebankAdvice = "name a treebank in CoNLL-U (.conllu) or names in IOB2 (.iob2)";
constexpr std::string_view kVectorAdvice = "name a text file with a word and its numbers on each line";
constexpr std::string_view kModelAdvice = "make one with: stancegraph train TREEBANK -o FILE";

/// The sentences of one file; names of an IOB2 file join the sentences that are already there.
bool add_sentences(const std::string& path, std::vector<TreebankSentence>& sentences, Streams& streams) {
    const auto bytes = read_bytes(path, kTreebankAdvice, streams);
    if (!bytes.has_value()) {
        return false;
    }
    if (path.ends_with(".iob2")) {
        add_names(sentences, parse_names(*bytes));
    } else {
        std::vector<TreebankSentence> read = parse_treebank(*bytes);
        sentences.insert(sentences.end(), std::make_move_iterator(read.begin()),
                         std::make_move_iterator(read.end()));
    }
    return true;
}

std::string percent(double value) {
    return fmt::format("{:.2f}", value);
}

void add_row(TextTable& table, const std::string& set, std::string_view input, const Evaluation& evaluation) {
    table.add({set, std::string(input), std::to_string(evaluation.words.gold), percent(evaluation.words.f1()),
               percent(evaluation.sentences.f1()), percent(evaluation.upos.f1()),
               percent(evaluation.xpos.f1()), percent(evaluation.lemmas.f1()), percent(evaluation.heads.f1()),
               percent(evaluation.labelled_heads.f1()), percent(evaluation.names.f1())});
}

TextTable empty_scores() {
    constexpr auto kRight = TextTable::Align::right;
    return TextTable({{"set"},
                      {"input"},
                      {"words", kRight},
                      {"words F1", kRight},
                      {"sentences F1", kRight},
                      {"UPOS", kRight},
                      {"XPOS", kRight},
                      {"lemma", kRight},
                      {"UAS", kRight},
                      {"LAS", kRight},
                      {"names F1", kRight}});
}

/// Rows of one treebank: with its own words, and from its raw text where that is asked for.
bool evaluate_file(const std::string& path, const TrainChoice& choice, const Engine& engine, TextTable& table,
                   Streams& streams) {
    std::vector<TreebankSentence> sentences;
    if (!add_sentences(path, sentences, streams)) {
        return false;
    }
    const std::string set = std::filesystem::path(path).filename().string();
    if (!choice.is_raw) {
        add_row(table, set, "gold words", evaluate(engine.model(), sentences, engine.name_titles()));
        return true;
    }
    add_row(table, set, "raw text", evaluate_raw(engine.model(), engine.segmenter(), sentences));
    const auto bytes = read_bytes(path, kTreebankAdvice, streams);
    const GoldText gold = read_gold_text(bytes.value_or(std::string()), choice.document_part);
    const SegmentationScore score = score_segmentation(gold, engine.segmenter());
    streams.error << fmt::format(
        "{}: of documents named *{}*: tokens F1 {:.2f}, words F1 {:.2f}, sentences F1 {:.2f}\n", set,
        choice.document_part, score.tokens.f1(), score.words.f1(), score.sentences.f1());
    return true;
}

/// The model to measure: the one named, or the one that the program carries. Nothing, with a report, for no
/// model.
std::optional<Model> load_model(const std::string& path, Streams& streams) {
    const auto bytes = read_bytes(path, kModelAdvice, streams);
    if (!bytes.has_value()) {
        return std::nullopt;
    }
    std::string problem;
    auto model = Model::load(*bytes, problem);
    if (!model.has_value()) {
        report(streams, plain_error("SG0012", fmt::format("'{}' is no model: {}", path, problem),
                                    std::string(kModelAdvice)));
    }
    return model;
}

ExitCode evaluate_model(const TrainChoice& choice, Streams& streams) {
    auto rules = load_chosen_rules({}, streams);
    std::optional<Model> own;
    if (!choice.model.empty()) {
        own = load_model(choice.model, streams);
    }
    if (!rules.has_value() || (!choice.model.empty() && !own.has_value())) {
        return ExitCode::usage;
    }
    Diagnostics diagnostics;
    const Engine engine(std::move(*rules), diagnostics, own.has_value() ? *own : Model::built_in());
    TextTable table = empty_scores();
    for (const std::string& path : choice.treebanks) {
        if (!evaluate_file(path, choice, engine, table, streams)) {
            return ExitCode::failure;
        }
    }
    streams.out << table.render();
    return ExitCode::done;
}

ExitCode train(const TrainChoice& choice, Streams& streams) {
    TrainingData data;
    for (const std::string& path : choice.treebanks) {
        if (!add_sentences(path, data.sentences, streams)) {
            return ExitCode::failure;
        }
    }
    if (!choice.unannotated.empty() && !add_sentences(choice.unannotated, data.raw, streams)) {
        return ExitCode::failure;
    }
    data.words = read_wordnet(choice.wordnet);
    if (data.words.flags.empty()) {
        report(streams, plain_error("SG4006", fmt::format("'{}' holds no WordNet", choice.wordnet),
                                    "apt-get install wordnet-base, or name its folder with --wordnet"));
        return ExitCode::failure;
    }
    if (!choice.vectors.empty()) {
        const auto text = read_bytes(choice.vectors, kVectorAdvice, streams);
        data.vectors = parse_word_vectors(text.value_or(std::string()));
        if (text.has_value() && data.vectors.keys.empty()) {
            report(streams, plain_error("SG4006", fmt::format("'{}' holds no word vectors", choice.vectors),
                                        std::string(kVectorAdvice)));
        }
        if (data.vectors.keys.empty()) {
            return ExitCode::failure;
        }
    }
    Diagnostics faults;
    const auto tell = [&streams](const TrainingProgress& progress) {
        streams.error << fmt::format("pass {:>2} of {}   loss: tags {:.4f}, parser {:.4f}, names {:.4f}\n",
                                     progress.epoch, progress.epochs, progress.tag_loss, progress.parser_loss,
                                     progress.name_loss);
        streams.error.flush();
    };
    const auto write = [&](std::ostream& out) {
        out << train_model(data, {.seed = choice.seed, .epochs = choice.epochs}, tell);
    };
    if (!write_whole(choice.output, write, faults)) {
        report(streams, faults);
        return exit_code_of(faults);
    }
    return ExitCode::done;
}

}  // namespace

ExitCode run_train(const Command& command, Arguments arguments, Streams& streams) {
    TrainChoice choice;
    Options options(command);
    options.inputs("FILE", "Treebanks (.conllu) and names (.iob2)", true, choice.treebanks);
    options.value("-o,--output", "FILE", "Where to write the model", choice.output);
    options.value("--wordnet", "FOLDER", "The WordNet database to train with", choice.wordnet);
    options.value("--vectors", "FILE", "Word vectors in the text form of GloVe, to train with",
                  choice.vectors);
    options.value(
        "--unannotated", "FILE",
        "Sentences in CoNLL-U of which only the words are read: larger networks annotate them, and the "
        "model learns from that as well",
        choice.unannotated);
    options.value("--epochs", "NUMBER", "Passes over all sentences", choice.epochs);
    options.value("--seed", "NUMBER", "Equal seeds and files give equal bytes", choice.seed);
    options.flag("--evaluate", "Measure a model on the files instead of training one", choice.evaluates);
    options.value("--model", "FILE", "The model to measure; without, the one that the program carries",
                  choice.model);
    options.flag("--raw", "Measure from the raw text, not from the words of the treebank", choice.is_raw);
    options.value("--documents", "PART",
                  "With --raw: measure sentences only in documents whose id has this part",
                  choice.document_part);
    if (const auto code = options.parse(arguments, streams)) {
        return *code;
    }
    return choice.evaluates ? evaluate_model(choice, streams) : train(choice, streams);
}

}  // namespace stancegraph::cli
