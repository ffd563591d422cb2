#include "pipeline/build.hpp"

#include <algorithm>
#include <exception>
#include <optional>
#include <thread>
#include <utility>

#include <fmt/format.h>

#include "pipeline/article_feed.hpp"
#include "pipeline/build_plan.hpp"
#include "pipeline/outline.hpp"
#include "pipeline/processor.hpp"
#include "pipeline/result_writer.hpp"
#include "store/annotation_bytes.hpp"

namespace stancegraph {
namespace {

/// A fault of the program in one article costs that article, not the build.
Diagnostic fault_in(const Document& document, const std::exception& fault) {
    return {.code = "SG2090",
            .severity = Severity::error,
            .message = fmt::format("internal error in article '{}', which is left out: {}", document.name,
                                   fault.what()),
            .hint = "this is a fault of the program; please report it with the article"};
}

/// The annotation that is there, or a new one, noted in the outcome.
Annotation annotation_for(Processor& processor, BuildOutcome& outcome) {
    const Document& document = outcome.job.content;
    if (!outcome.job.annotation.empty()) {
        auto stored =
            annotation_from_bytes(outcome.job.annotation, document.text, processor.open_vocabulary());
        if (stored.has_value()) {
            return std::move(*stored);
        }
    }
    Annotation annotation = processor.annotate(document);
    outcome.is_annotated = true;
    outcome.job.annotation = annotation_bytes(annotation, processor.vocabulary());
    outcome.word_keys = word_keys_of(annotation, processor.vocabulary());
    outcome.outline = outline_of(annotation, processor.vocabulary());
    return annotation;
}

void process_document(Processor& processor, BuildOutcome& outcome) {
    const Document& document = outcome.job.content;
    const Processed processed = processor.match(document, annotation_for(processor, outcome));
    DocumentResults results{.claims = processed.resolved.claims, .attributions = {}};
    for (const Attribution& attribution : processed.resolved.attributions) {
        if (attribution.is_outermost) {
            results.attributions.push_back(
                {.cue_start = attribution.cue.begin, .record = to_json(attribution, document.name)});
        }
    }
    outcome.results = std::move(results);
    outcome.stats.annotated = outcome.is_annotated ? 1 : 0;
    outcome.stats.matched = outcome.is_annotated ? 0 : 1;
    outcome.stats.bytes = document.text.size();
    outcome.stats.tokens = processed.annotation.token_count();
    outcome.stats.sentences = processed.annotation.sentences.size();
    outcome.stats.mentions = processed.matches.mentions.size();
}

BuildOutcome process_job(Processor& processor, BuildJob job) {
    BuildOutcome outcome{.job = std::move(job)};
    if (outcome.job.failure || !outcome.job.document.has_value() ||
        !outcome.job.document->undone.has_value()) {
        return outcome;
    }
    try {
        process_document(processor, outcome);
    } catch (const std::bad_alloc&) {
        outcome.job.failure = std::current_exception();
    } catch (const std::exception& fault) {
        outcome.job.diagnostics.add(fault_in(outcome.job.content, fault));
    }
    return outcome;
}

void work(const Engine& engine, BuildQueue& queue) {
    std::optional<Processor> processor;
    while (auto job = queue.pop()) {
        if (!processor.has_value()) {
            processor.emplace(engine);
        }
        queue.finish(job->first, process_job(*processor, std::move(job->second)));
    }
}

/// Names are joined and parted when claims are read, so a build only notes them.
IdentityDecisions decisions_of(const RuleSet& rules) {
    IdentityDecisions decisions;
    for (const Actor& actor : rules.actors) {
        for (const NamedActor& other : actor.same_as) {
            decisions.same.emplace(actor.name, other.name);
        }
        for (const NamedActor& other : actor.different_from) {
            decisions.different.emplace(actor.name, other.name);
        }
    }
    return decisions;
}

/// Ends the threads also when writing fails.
class Cancelling {
public:
    explicit Cancelling(BuildQueue& queue) : queue_(queue) {}

    ~Cancelling() { queue_.cancel(); }

    Cancelling(const Cancelling&) = delete;
    Cancelling& operator=(const Cancelling&) = delete;

private:
    BuildQueue& queue_;
};

void add(BuildStats& sum, const BuildOutcome& outcome) {
    sum.rejected += outcome.job.is_rejected ? 1 : 0;
    sum.annotated += outcome.stats.annotated;
    sum.matched += outcome.stats.matched;
    sum.bytes += outcome.stats.bytes;
    sum.tokens += outcome.stats.tokens;
    sum.sentences += outcome.stats.sentences;
    sum.mentions += outcome.stats.mentions;
}

}  // namespace

BuildStats build(const Engine& engine, const std::vector<Input>& inputs, const BuildOptions& options,
                 const std::filesystem::path& project_file, const BuildProgress& progress,
                 Diagnostics& diagnostics) {
    const std::uint32_t threads =
        options.threads == 0 ? std::max(1U, std::thread::hardware_concurrency()) : options.threads;
    Store store(project_file, Database::Mode::write);
    BuildPlan plan(store, engine, options, inputs);
    BuildStats stats{.inputs = static_cast<std::uint32_t>(inputs.size())};
    ResultWriter writer(store, stats);
    {
        BuildQueue queue({.jobs = 8 + 4 * std::size_t{threads}});
        std::vector<std::jthread> workers;
        std::jthread feeder;
        const Cancelling cancelling(
            queue);  // The last to be made, the first to go: before the threads are joined.
        feeder = std::jthread([&] { feed_articles(plan, inputs, options.read, project_file, queue); });
        for (std::uint32_t worker = 0; worker < threads; ++worker) {
            workers.emplace_back([&] { work(engine, queue); });
        }
        while (auto outcome = queue.next()) {
            if (outcome->job.failure) {
                std::rethrow_exception(outcome->job.failure);
            }
            diagnostics.append(outcome->job.diagnostics);
            add(stats, *outcome);
            writer.write(*outcome);
            progress(outcome->job.inputs, stats.annotated + stats.matched);
        }
    }
    writer.finish(plan);
    update_stories(store);
    store.put_decisions(decisions_of(engine.rules()));
    stats.documents = static_cast<std::uint32_t>(store.database().number_of("SELECT count(*) FROM document"));
    stats.claims = static_cast<std::uint64_t>(store.database().number_of("SELECT count(*) FROM claim"));
    return stats;
}

}  // namespace stancegraph
