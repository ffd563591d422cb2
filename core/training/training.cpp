#include "training/training.hpp"

#include <algorithm>
#include <future>
#include <iterator>
#include <map>
#include <tuple>

#include "training/feature_table.hpp"
#include "training/image_writer.hpp"
#include "training/matrix_product.hpp"
#include "training/teachers.hpp"
#include "training/trainer.hpp"

namespace stancegraph {
namespace {

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

/// Teachers differ only in their seeds, and each is trained on a thread of its own.
std::vector<TrainingNetwork> train_teachers(const TrainingRun& run, const NetworkShape& shape) {
    std::vector<std::future<TrainingNetwork>> futures;
    for (std::uint32_t teacher = 1; teacher <= run.options.teachers.count; ++teacher) {
        TrainingRun of_teacher = run;
        of_teacher.seed += teacher;
        futures.push_back(std::async(std::launch::async, [of_teacher, shape] {
            return Trainer(of_teacher, shape).run([](const TrainingProgress&) {});
        }));
    }
    std::vector<TrainingNetwork> teachers;
    for (auto& future : futures) {
        teachers.push_back(future.get());
    }
    return teachers;
}

/// The raw sentences as teachers annotate them that learn from the treebanks.
std::vector<TreebankSentence> annotate_raw(const TrainingData& data, const TrainingOptions& options,
                                           const std::vector<TagLabel>& labels, const FormLexicon& lexicon) {
    if (data.raw.empty()) {
        return {};
    }
    const FeatureTable table = make_feature_table(data.sentences, lexicon, options.most_rows);
    const ExampleTables tables{labels, table, data.vectors, lexicon};
    const std::vector<TrainingExample> examples = make_examples(data.sentences, tables);
    const TrainingRun run{options.seed, options.teachers.epochs, options, table, data.vectors, examples};
    Teachers teachers(train_teachers(run, {options.teachers.width, options.layers, options.teachers.hidden,
                                           labels.size(), table.rows(), data.vectors.size}),
                      labels, data.vectors);
    return teachers.annotate(make_examples(data.raw, tables));
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
    const std::vector<TagLabel> labels = joint_labels(data.sentences);
    std::vector<TreebankSentence> sentences = data.sentences;
    std::ranges::move(annotate_raw(data, options, labels, lexicon), std::back_inserter(sentences));
    FeatureTable table = make_feature_table(sentences, lexicon, options.most_rows);
    const std::vector<TrainingExample> examples =
        make_examples(sentences, {labels, table, data.vectors, lexicon});
    const TrainingRun run{options.seed, options.epochs, options, table, data.vectors, examples};
    const NetworkShape shape{options.width, options.layers, options.hidden,
                             labels.size(), table.rows(),   data.vectors.size};
    TrainingNetwork network = Trainer(run, shape).run(report);
    fold_in(data.vectors, options.kept_vectors, network, table);
    return write_image({network, table, labels, lexicon_data, lemmas});
}

}  // namespace stancegraph
