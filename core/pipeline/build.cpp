#include "pipeline/build.hpp"

#include <algorithm>
#include <exception>
#include <optional>
#include <thread>

#include <fmt/format.h>

#include "pipeline/ordered_queue.hpp"
#include "pipeline/processor.hpp"
#include "text/document_names.hpp"

namespace stancegraph {
namespace {

/// An article on its way to a worker, or what there is to say about an input that gave none.
struct Job {
    std::optional<Document> document;
    Diagnostics diagnostics;  ///< Of reading; with the first article of its input.
    bool is_input_begin = false;
    bool is_rejected = false;
    std::exception_ptr failure;  ///< The machine's refusal while reading: ends the build.
};

struct Outcome {
    BuiltDocument built;
    Diagnostics diagnostics;
    BuildStats stats;
    std::exception_ptr failure;
};

using Queue = OrderedQueue<Job, Outcome>;

/// Counts of one article.
BuildStats stats_of(const Document& document, const Processed& processed) {
    const Annotation& annotation = processed.annotation;
    return {.documents = 1,
            .bytes = document.text.size(),
            .tokens = annotation.token_count(),
            .sentences = annotation.sentences.size(),
            .mentions = processed.matches.mentions.size(),
            .claims = processed.resolved.claims.size(),
            .attributions = processed.resolved.attributions.size()};
}

void add(BuildStats& sum, const BuildStats& part) {
    sum.inputs += part.inputs;
    sum.rejected += part.rejected;
    sum.documents += part.documents;
    sum.bytes += part.bytes;
    sum.tokens += part.tokens;
    sum.sentences += part.sentences;
    sum.mentions += part.mentions;
    sum.claims += part.claims;
    sum.attributions += part.attributions;
}

/// The reader's thread: articles in the order of the inputs.
void read_all(const std::vector<Input>& inputs, const ReadOptions& options, Queue& queue) {
    DocumentNames names;
    for (const Input& input : inputs) {
        Diagnostics diagnostics;
        std::vector<Document> documents = read_input(input, options, diagnostics);
        for (Document& document : documents) {
            names.take(document, diagnostics);
        }
        Job about{.is_input_begin = true, .is_rejected = documents.empty() && diagnostics.has_errors()};
        about.diagnostics = std::move(diagnostics);
        if (!queue.push(std::move(about), 0)) {
            return;
        }
        for (Document& document : documents) {
            const std::size_t weight = document.text.size();
            if (!queue.push({.document = std::move(document)}, weight)) {
                return;
            }
        }
    }
}

void read_guarded(const std::vector<Input>& inputs, const ReadOptions& options, Queue& queue) {
    try {
        read_all(inputs, options, queue);
    } catch (...) {
        queue.push({.failure = std::current_exception()}, 0);
    }
    queue.close();
}

/// A fault of the program in one article costs that article, not the build.
Diagnostic fault_in(const Document& document, const std::exception& fault) {
    return {.code = "SG2090",
            .severity = Severity::error,
            .message = fmt::format("internal error in article '{}', which is left out: {}", document.name,
                                   fault.what()),
            .hint = "this is a fault of the program; please report it with the article"};
}

Outcome process_job(Processor& processor, Job job) {
    Outcome outcome;
    outcome.diagnostics = std::move(job.diagnostics);
    outcome.failure = job.failure;
    outcome.stats.inputs = job.is_input_begin ? 1 : 0;
    outcome.stats.rejected = job.is_rejected ? 1 : 0;
    if (!job.document.has_value()) {
        return outcome;
    }
    try {
        Processed processed = processor.process(*job.document);
        add(outcome.stats, stats_of(*job.document, processed));
        outcome.built.claims = std::move(processed.resolved.claims);
        outcome.built.attributions = std::move(processed.resolved.attributions);
        outcome.built.name = std::move(job.document->name);
    } catch (const std::bad_alloc&) {
        outcome.failure = std::current_exception();
    } catch (const std::exception& fault) {
        outcome.diagnostics.add(fault_in(*job.document, fault));
    }
    return outcome;
}

void work(const Engine& engine, Queue& queue) {
    std::optional<Processor> processor;
    while (auto job = queue.pop()) {
        if (!processor.has_value()) {
            processor.emplace(engine);
        }
        queue.finish(job->first, process_job(*processor, std::move(job->second)));
    }
}

/// Ends the threads also when the sink throws.
class Cancelling {
public:
    explicit Cancelling(Queue& queue) : queue_(queue) {}

    ~Cancelling() { queue_.cancel(); }

    Cancelling(const Cancelling&) = delete;
    Cancelling& operator=(const Cancelling&) = delete;

private:
    Queue& queue_;
};

}  // namespace

BuildStats build(const Engine& engine, const std::vector<Input>& inputs, const BuildOptions& options,
                 const std::function<void(const BuiltDocument&)>& sink, Diagnostics& diagnostics) {
    const std::uint32_t threads =
        options.threads == 0 ? std::max(1U, std::thread::hardware_concurrency()) : options.threads;
    Queue queue({.jobs = 8 + 4 * std::size_t{threads}});
    std::vector<std::jthread> workers;
    std::jthread reader;
    const Cancelling cancelling(
        queue);  // The last to be made, the first to go: before the threads are joined.
    reader = std::jthread([&] { read_guarded(inputs, options.read, queue); });
    for (std::uint32_t worker = 0; worker < threads; ++worker) {
        workers.emplace_back([&] { work(engine, queue); });
    }
    BuildStats stats;
    while (auto outcome = queue.next()) {
        if (outcome->failure) {
            std::rethrow_exception(outcome->failure);
        }
        diagnostics.append(outcome->diagnostics);
        add(stats, outcome->stats);
        if (outcome->stats.documents > 0) {
            outcome->built.inputs = stats.inputs;
            sink(outcome->built);
        }
    }
    return stats;
}

}  // namespace stancegraph
