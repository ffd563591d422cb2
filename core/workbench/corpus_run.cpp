#include "workbench/corpus_run.hpp"

#include <algorithm>
#include <exception>
#include <optional>
#include <utility>

#include "store/annotation_bytes.hpp"

namespace stancegraph {
namespace {

/// A processor that is made anew when the rules change.
class CurrentProcessor {
public:
    Processor& of(const std::shared_ptr<const Engine>& engine) {
        if (engine_ != engine) {
            processor_.reset();
            engine_ = engine;
            processor_.emplace(*engine_);
        }
        return *processor_;
    }

private:
    std::shared_ptr<const Engine> engine_;
    std::optional<Processor> processor_;
};

std::shared_ptr<const Touched> touched_between(const RulePair& rules) {
    return std::make_shared<const Touched>(
        rules.saved == rules.edited ? Touched()
                                    : difference(rules.saved->footprint(), rules.edited->footprint()));
}

/// True if the annotation stays as it is. Articles are not read again, whatever the edit reaches.
bool keeps_annotation(std::optional<Reach> reach) {
    return !reach.has_value() || *reach == Reach::matching;
}

std::optional<Annotation> unpacked(const std::string& bytes, const Document& document, Processor& processor) {
    return bytes.empty() ? std::nullopt
                         : annotation_from_bytes(bytes, document.text, processor.open_vocabulary());
}

std::vector<FindingChange> changes_between(const ArticleState& state) {
    std::vector<FindingChange> changes;
    if (state.saved != state.edited) {
        changes = compare(state.saved->findings, state.edited->findings);
        std::erase_if(changes,
                      [](const FindingChange& change) { return change.kind == FindingChange::Kind::none; });
    }
    return changes;
}

void count(const std::vector<FindingChange>& changes, CorpusState& total) {
    ++total.done;
    for (const FindingChange& change : changes) {
        total.gained += change.kind == FindingChange::Kind::gained ? 1 : 0;
        total.lost += change.kind == FindingChange::Kind::lost ? 1 : 0;
        total.changed += change.kind == FindingChange::Kind::changed ? 1 : 0;
    }
}

}  // namespace

struct CorpusRun::Task {
    std::uint32_t index = 0;
    std::uint64_t generation = 0;
    RulePair rules;
    std::shared_ptr<const Touched> touched;
    Kept kept;

    /// The results of the saved rules, and the annotation where there is none.
    void run_saved(const Document& document, CurrentProcessor& processor) {
        Processor& current = processor.of(rules.saved);
        auto annotation = unpacked(kept.annotation, document, current);
        if (!annotation.has_value()) {
            annotation = current.annotate(document);
            kept.annotation = annotation_bytes(*annotation, current.vocabulary());
        }
        kept.words = word_keys_of(*annotation, current.vocabulary());
        if (kept.state.saved == nullptr) {
            kept.state.saved = results_of(document, current.match(document, std::move(*annotation)));
        }
    }

    void run_edited(const Document& document, CurrentProcessor& processor) {
        const auto reach = touched->reach_in(kept.words);
        if (!reach.has_value()) {
            kept.state.edited = kept.state.saved;
            return;
        }
        Processor& current = processor.of(rules.edited);
        auto annotation =
            keeps_annotation(reach) ? unpacked(kept.annotation, document, current) : std::nullopt;
        kept.state.edited =
            results_of(document, annotation.has_value() ? current.match(document, std::move(*annotation))
                                                        : current.process(document));
    }

    [[nodiscard]] static std::shared_ptr<const ArticleResults> results_of(const Document& document,
                                                                          Processed processed) {
        ArticleResults results{.findings = findings_of(document, processed), .claims = {}};
        results.claims = std::move(processed.resolved.claims);
        return std::make_shared<const ArticleResults>(std::move(results));
    }

    /// A fault of the program in one article costs that article, not the page.
    void run(const Document& document, CurrentProcessor& saved, CurrentProcessor& edited) {
        try {
            if (kept.state.saved == nullptr || kept.words.empty()) {
                run_saved(document, saved);
            }
            if (kept.state.edited == nullptr) {
                run_edited(document, edited);
            }
        } catch (const std::exception&) {
            kept.state.saved = std::make_shared<const ArticleResults>();
            kept.state.edited = kept.state.saved;
        }
        kept.state.changes = changes_between(kept.state);
    }
};

CorpusRun::CorpusRun(std::span<const Document> documents, std::vector<std::string> annotations,
                     RulePair rules, std::uint32_t threads)
    : documents_(documents),
      rules_(std::move(rules)),
      touched_(touched_between(rules_)),
      kept_(documents.size()) {
    total_.documents = static_cast<std::uint32_t>(documents.size());
    for (std::size_t index = 0; index < std::min(annotations.size(), kept_.size()); ++index) {
        kept_[index].annotation = std::move(annotations[index]);
    }
    for (std::uint32_t worker = 0; worker < std::max(threads, 1U); ++worker) {
        threads_.emplace_back([this](const std::stop_token& stop) { work(stop); });
    }
}

CorpusRun::~CorpusRun() = default;

void CorpusRun::set_rules(RulePair rules) {
    const auto touched = touched_between(rules);
    const std::lock_guard lock(mutex_);
    const auto moved = touched_between({.saved = rules_.saved, .edited = rules.saved});
    for (Kept& kept : kept_) {
        const ArticleState before = std::exchange(kept.state, ArticleState());
        const auto reach = moved->reach_in(kept.words);
        const bool stays = !kept.words.empty() && !reach.has_value();
        kept.is_done = false;
        kept.state.saved = rules.saved == rules_.edited ? before.edited : stays ? before.saved : nullptr;
        kept.state.edited = rules.edited == rules_.edited ? before.edited : nullptr;
        if (!keeps_annotation(reach)) {
            kept.annotation.clear();
            kept.words.clear();
        }
    }
    rules_ = std::move(rules);
    touched_ = touched;
    total_ = {.documents = total_.documents};
    ++generation_;
    next_ = 0;
    wakes_.notify_all();
}

CorpusRun::Task CorpusRun::next_task() {
    const std::uint32_t index = next_++;
    return {.index = index,
            .generation = generation_,
            .rules = rules_,
            .touched = touched_,
            .kept = kept_[index]};
}

void CorpusRun::put_back(Task task) {
    Kept& kept = kept_[task.index];
    if (task.generation == generation_) {
        count(task.kept.state.changes, total_);
        kept = std::move(task.kept);
        kept.is_done = true;
    } else if (task.rules.saved == rules_.saved && kept.state.saved == nullptr) {
        kept.state.saved = std::move(task.kept.state.saved);  // for whoever comes to this article next
        kept.annotation = std::move(task.kept.annotation);
        kept.words = std::move(task.kept.words);
    }
    wakes_.notify_all();
}

void CorpusRun::work(const std::stop_token& stop) {
    CurrentProcessor saved;
    CurrentProcessor edited;
    std::unique_lock lock(mutex_);
    while (wakes_.wait(lock, stop, [this] { return next_ < documents_.size(); })) {
        Task task = next_task();
        lock.unlock();
        task.run(documents_[task.index], saved, edited);
        lock.lock();
        put_back(std::move(task));
    }
}

CorpusState CorpusRun::state() const {
    const std::lock_guard lock(mutex_);
    return total_;
}

ArticleState CorpusRun::article(std::uint32_t index) const {
    const std::lock_guard lock(mutex_);
    return kept_[index].state;
}

std::vector<std::uint32_t> CorpusRun::changed_articles() const {
    const std::lock_guard lock(mutex_);
    std::vector<std::uint32_t> changed;
    for (std::uint32_t index = 0; index < kept_.size(); ++index) {
        if (kept_[index].is_done && !kept_[index].state.changes.empty()) {
            changed.push_back(index);
        }
    }
    return changed;
}

Annotation CorpusRun::annotation(std::uint32_t index, bool is_edited, Processor& processor) const {
    std::unique_lock lock(mutex_);
    const std::string bytes = kept_[index].annotation;
    const auto reach = is_edited ? touched_->reach_in(kept_[index].words) : std::nullopt;
    lock.unlock();
    auto annotation = keeps_annotation(reach) ? unpacked(bytes, documents_[index], processor) : std::nullopt;
    return annotation.has_value() ? std::move(*annotation) : processor.annotate(documents_[index]);
}

void CorpusRun::wait() const {
    std::unique_lock lock(mutex_);
    wakes_.wait(lock, [this] { return total_.done == total_.documents; });
}

}  // namespace stancegraph
