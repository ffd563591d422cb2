#include "training/training.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "training/encoder_training.hpp"
#include "training/feature_table.hpp"
#include "training/head_training.hpp"
#include "training/image_writer.hpp"
#include "training/optimizer.hpp"
#include "training/parser_training.hpp"

namespace stancegraph {
namespace {

/// Longer sentences are rare, slow, and mostly lists.
constexpr std::size_t kLongestSentence = 120;
constexpr float kTagWeight = 0.5F;
constexpr float kNameWeight = 0.5F;
constexpr float kExploration = 0.6F;
constexpr std::uint32_t kWarmUpSteps = 200;
constexpr std::uint32_t kStepsBetweenAverages = 25;

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

/// A sentence with all that the passes ask for again and again.
struct Example {
    const TreebankSentence* sentence = nullptr;
    std::vector<std::uint32_t> features;
    std::vector<std::int32_t> tags;
    std::vector<std::int32_t> names;
    GoldTree gold{{}, {}};
};

std::vector<Example> make_examples(const std::vector<TreebankSentence>& sentences,
                                   const std::vector<TagLabel>& labels, const FeatureTable& table,
                                   const FormLexicon& lexicon) {
    const auto number_of = [&](Xpos xpos, Upos upos) {
        const auto found = std::ranges::find_if(
            labels, [&](const TagLabel& label) { return label.xpos == xpos && label.upos == upos; });
        return found == labels.end() ? kNoTarget : static_cast<std::int32_t>(found - labels.begin());
    };
    std::vector<Example> examples;
    for (const TreebankSentence& sentence : sentences) {
        if (sentence.forms.size() > kLongestSentence) {
            continue;
        }
        Example& example = examples.emplace_back();
        example.sentence = &sentence;
        example.features = feature_rows(table, sentence, lexicon);
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

/// Holds what lives through the whole training.
class Trainer {
public:
    Trainer(const TrainingOptions& options, const FeatureTable& table, const NetworkShape& shape)
        : options_(options),
          table_(table),
          random_(options.seed),
          network_(make_network(shape, random_)),
          gradients_(network_),
          adam_(network_) {}

    /// The averaged network.
    [[nodiscard]] TrainingNetwork run(const std::vector<Example>& examples,
                                      const std::function<void(const TrainingProgress&)>& report) {
        std::size_t words = 0;
        for (const Example& example : examples) {
            words += example.sentence->forms.size();
        }
        all_steps_ = static_cast<float>(words) / static_cast<float>(options_.batch_words) *
                     static_cast<float>(options_.epochs);
        for (std::uint32_t epoch = 1; epoch <= options_.epochs; ++epoch) {
            report(run_epoch(examples, epoch));
        }
        if (!average_.is_empty()) {
            average_.copy_to(network_);
        }
        return std::move(network_);
    }

private:
    TrainingProgress run_epoch(const std::vector<Example>& examples, std::uint32_t epoch) {
        TrainingProgress progress{epoch, options_.epochs, 0.0, 0.0, 0.0};
        losses_ = {};
        std::vector<const Example*> order;
        for (const Example& example : examples) {
            order.push_back(&example);
        }
        random_.shuffle(order);
        std::vector<const Example*> batch;
        std::size_t words = 0;
        for (const Example* example : order) {
            batch.push_back(example);
            words += example->sentence->forms.size();
            if (words >= options_.batch_words) {
                run_batch(batch, epoch > 1 ? kExploration : 0.0F);
                batch.clear();
                words = 0;
            }
        }
        progress.tag_loss = losses_.tags / static_cast<double>(std::max<std::size_t>(losses_.tagged, 1));
        progress.parser_loss = losses_.moves / static_cast<double>(std::max<std::size_t>(losses_.parsed, 1));
        progress.name_loss = losses_.names / static_cast<double>(std::max<std::size_t>(losses_.named, 1));
        return progress;
    }

    void run_batch(const std::vector<const Example*>& batch, float exploration) {
        std::vector<std::size_t> lengths;
        for (const Example* example : batch) {
            lengths.push_back(example->sentence->forms.size());
        }
        const BatchLayout layout = lay_out(lengths);
        collect(batch, layout);
        encoder_.forward(network_, layout, features_, random_);
        const std::size_t tag_count = network_.shape.tags;
        losses_.tags += train_head(network_, {network_.at.tags, network_.at.tag_bias, tag_count, kTagWeight},
                                   layout, tags_, encoder_, gradients_);
        losses_.names +=
            train_head(network_, {network_.at.names, network_.at.name_bias, kNameTags, kNameWeight}, layout,
                       names_, encoder_, gradients_);
        losses_.moves += parser_.train(network_, layout, trees_, exploration, encoder_, gradients_, random_);
        encoder_.backward(network_, layout, features_, gradients_);
        adam_.step(network_, gradients_, learning_rate());
        gradients_.clear();
        ++steps_;
        if (static_cast<float>(steps_) > all_steps_ * (1.0F - options_.averaged_part) &&
            steps_ % kStepsBetweenAverages == 0) {
            average_.add(network_, 0.0F);
        }
    }

    void collect(const std::vector<const Example*>& batch, const BatchLayout& layout) {
        features_.assign(layout.rows * kFeatureTemplates, 0);
        tags_.assign(layout.rows, kNoTarget);
        names_.assign(layout.rows, kNoTarget);
        trees_.clear();
        for (std::size_t index = 0; index < batch.size(); ++index) {
            const Example& example = *batch[index];
            const std::size_t row = layout.first_row[index];
            const auto target = features_.begin() + static_cast<std::ptrdiff_t>(row * kFeatureTemplates);
            std::ranges::copy(example.features, target);
            hide_rare(table_, {target, example.features.size()}, random_);
            std::ranges::copy(example.tags, tags_.begin() + static_cast<std::ptrdiff_t>(row));
            std::ranges::copy(example.names, names_.begin() + static_cast<std::ptrdiff_t>(row));
            if (example.sentence->has_tree()) {
                trees_.push_back({row, &example.gold});
                losses_.tagged += example.tags.size();
                losses_.parsed += 2 * example.tags.size();
            }
            losses_.named += example.sentence->names.size();
        }
    }

    [[nodiscard]] float learning_rate() const {
        const auto step = static_cast<float>(steps_);
        const float warm_up = std::min(1.0F, (step + 1.0F) / static_cast<float>(kWarmUpSteps));
        return options_.rate * warm_up * std::max(0.02F, 1.0F - step / all_steps_);
    }

    struct Losses {
        double tags = 0.0;
        double moves = 0.0;
        double names = 0.0;
        std::size_t tagged = 0;
        std::size_t parsed = 0;
        std::size_t named = 0;
    };

    const TrainingOptions& options_;
    const FeatureTable& table_;
    Random random_;
    TrainingNetwork network_;
    Gradients gradients_;
    Adam adam_;
    WeightAverage average_;
    EncoderPass encoder_;
    ParserPass parser_;
    Losses losses_;
    float all_steps_ = 0.0F;
    std::uint32_t steps_ = 0;
    std::vector<std::uint32_t> features_;
    std::vector<std::int32_t> tags_;
    std::vector<std::int32_t> names_;
    std::vector<ParserExample> trees_;
};

}  // namespace

std::string train_model(const TrainingData& data, const TrainingOptions& options,
                        const std::function<void(const TrainingProgress&)>& report) {
    const LexiconColumns lexicon_data = lexicon_columns(data.words);
    const FormLexicon lexicon(lexicon_data.hashes, lexicon_data.flags);
    const LemmaColumns lemmas = lemma_columns(data.sentences, data.words, lexicon);
    const FeatureTable table = make_feature_table(data.sentences, lexicon, options.most_rows);
    const std::vector<TagLabel> labels = joint_labels(data.sentences);
    const std::vector<Example> examples = make_examples(data.sentences, labels, table, lexicon);
    Trainer trainer(options, table,
                    {options.width, options.layers, options.hidden, labels.size(), table.rows()});
    const TrainingNetwork network = trainer.run(examples, report);
    return write_image({network, table, labels, lexicon_data, lemmas});
}

}  // namespace stancegraph
