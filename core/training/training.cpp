#include "training/training.hpp"

#include <algorithm>
#include <future>
#include <map>
#include <tuple>

#include "training/feature_table.hpp"
#include "training/head_training.hpp"
#include "training/image_writer.hpp"
#include "training/matrix_product.hpp"
#include "training/trainer.hpp"

namespace stancegraph {
namespace {

/// Longer sentences are rare, slow, and mostly lists.
constexpr std::size_t kLongestSentence = 120;

/// The joint labels of the tagger, commonest first.
std::vector<TagLabel> joint_labels(const std::vector<TreebankSentence>& sentences) {
    constexpr int kLeastCount = 3;
    std::map<std::tuple<Xpos, Upos>, int> counts;
    for (const TreebankSentence& sentence : sentences) {
        for (std::size_t word = 0; word < sentence.xpos.size(); ++word) {
            ++counts[{sentence.xpos[word], sentence.upos[word]}];
        }
    }
    std::vector<std::pair<int, TagLabel>> ordered;
    for (const auto& [label, count] : counts) {
        if (count >= kLeastCount) {
            ordered.push_back({-count, {std::get<0>(label), std::get<1>(label)}});
        }
    }
    std::ranges::stable_sort(ordered, {}, &std::pair<int, TagLabel>::first);
    std::vector<TagLabel> labels;
    for (const auto& [count, label] : ordered) {
        labels.push_back(label);
    }
    return labels;
}

std::vector<TrainingExample> make_examples(const std::vector<TreebankSentence>& sentences,
                                           const std::vector<TagLabel>& labels, const FeatureTable& table,
                                           const WordVectors& vectors, const FormLexicon& lexicon) {
    const auto number_of = [&](Xpos xpos, Upos upos) {
        const auto found = std::ranges::find_if(
            labels, [&](const TagLabel& label) { return label.xpos == xpos && label.upos == upos; });
        return found == labels.end() ? kNoTarget : static_cast<std::int32_t>(found - labels.begin());
    };
    std::vector<TrainingExample> examples;
    for (const TreebankSentence& sentence : sentences) {
        if (sentence.forms.size() > kLongestSentence) {
            continue;
        }
        TrainingExample& example = examples.emplace_back();
        example.sentence = &sentence;
        example.features = feature_rows(table, sentence, lexicon);
        for (const std::string& form : sentence.forms) {
            const auto which = static_cast<std::size_t>(FeatureTemplate::word);
            example.vectors.push_back(vectors.find(feature_keys(form, false, lexicon)[which]));
        }
        example.gold = GoldTree(sentence.heads, sentence.deprels);
        for (std::size_t word = 0; word < sentence.forms.size(); ++word) {
            example.tags.push_back(
                sentence.xpos.empty() ? kNoTarget : number_of(sentence.xpos[word], sentence.upos[word]));
            example.names.push_back(sentence.names.empty() ? kNoTarget
                                                           : static_cast<std::int32_t>(sentence.names[word]));
        }
    }
    return examples;
}

/// Teachers differ only in their seeds, and each is trained on a thread of its own.
std::vector<TrainingNetwork> train_teachers(const TrainingRun& run, const NetworkShape& shape) {
    std::vector<std::future<TrainingNetwork>> futures;
    for (std::uint32_t teacher = 1; teacher <= run.options.teachers.count; ++teacher) {
        TrainingRun of_teacher = run;
        of_teacher.seed += teacher;
        of_teacher.epochs = run.options.teachers.epochs;
        futures.push_back(std::async(std::launch::async, [of_teacher, shape] {
            return Trainer(of_teacher, shape, {}).run([](const TrainingProgress&) {});
        }));
    }
    std::vector<TrainingNetwork> teachers;
    for (auto& future : futures) {
        teachers.push_back(future.get());
    }
    return teachers;
}

/// The keys that are to have a row in the finished model: those of the table, and of the words whose vectors
/// are kept.
std::vector<std::uint32_t> kept_keys(const WordVectors& vectors, const FeatureTable& table,
                                     std::uint32_t most) {
    std::vector<std::uint32_t> keys = table.keys;
    for (std::size_t place = 0; place < vectors.keys.size(); ++place) {
        if (vectors.ranks[place] < most) {
            keys.push_back(vectors.keys[place]);
        }
    }
    std::ranges::sort(keys);
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    return keys;
}

/// Adds what a word's vector brings to its feature row, so that the finished model needs no vectors. A word
/// that the table lacks gets a row of its own, which begins as that of the unknown word.
void fold_in(const WordVectors& vectors, std::uint32_t most, TrainingNetwork& network, FeatureTable& table) {
    const std::size_t width = network.shape.width;
    FeatureTable folded{kept_keys(vectors, table, most), {}};
    std::vector<float> rows(network.rows.begin(),
                            network.rows.begin() + static_cast<std::ptrdiff_t>(kFeatureTemplates * width));
    for (const std::uint32_t key : folded.keys) {
        const std::uint32_t known = table.row(static_cast<std::size_t>(FeatureTemplate::word), key);
        const auto first = network.rows.begin() + static_cast<std::ptrdiff_t>(known * width);
        rows.insert(rows.end(), first, first + static_cast<std::ptrdiff_t>(width));
        folded.counts.push_back(known < kFeatureTemplates ? 0 : table.counts[known - kFeatureTemplates]);
        const std::uint32_t place = vectors.find(key);
        if (place != WordVectors::kNone) {
            add_product(1, width, vectors.size, {vectors.values.data() + place * vectors.size, 1, 1},
                        network.dense.data() + network.at.vectors, width, &rows[rows.size() - width], width);
        }
    }
    table = std::move(folded);
    network.rows = std::move(rows);
    network.shape.rows = table.rows();
}

}  // namespace

std::string train_model(const TrainingData& data, const TrainingOptions& options,
                        const std::function<void(const TrainingProgress&)>& report) {
    const LexiconColumns lexicon_data = lexicon_columns(data.words);
    const FormLexicon lexicon(lexicon_data.hashes, lexicon_data.flags);
    const LemmaColumns lemmas = lemma_columns(data.sentences, data.words, lexicon);
    FeatureTable table = make_feature_table(data.sentences, lexicon, options.most_rows);
    const std::vector<TagLabel> labels = joint_labels(data.sentences);
    const std::vector<TrainingExample> examples =
        make_examples(data.sentences, labels, table, data.vectors, lexicon);
    const TrainingRun run{options.seed, options.epochs, options, table, data.vectors, examples};
    const NetworkShape shape{options.width, options.layers, options.hidden,
                             labels.size(), table.rows(),   data.vectors.size};
    NetworkShape teacher_shape = shape;
    teacher_shape.width = options.teachers.width;
    teacher_shape.hidden = options.teachers.hidden;
    TrainingNetwork network = Trainer(run, shape, train_teachers(run, teacher_shape)).run(report);
    fold_in(data.vectors, options.kept_vectors, network, table);
    return write_image({network, table, labels, lexicon_data, lemmas});
}

}  // namespace stancegraph
