#include "pipeline/result_writer.hpp"

#include <vector>

namespace stancegraph {
namespace {

/// So many articles are written in one go: few enough to lose little by a kill, enough to spare the disk.
constexpr std::uint32_t kBatch = 256;

}  // namespace

void ResultWriter::open() {
    if (!transaction_.has_value()) {
        transaction_.emplace(store_.database());
    }
}

void ResultWriter::commit() {
    if (transaction_.has_value()) {
        transaction_->commit();
        transaction_.reset();
    }
}

void ResultWriter::write(const BuildOutcome& outcome) {
    open();
    if (outcome.job.input.has_value()) {
        input_ = store_.put_input(*outcome.job.input);
    }
    if (outcome.job.document.has_value()) {
        write_document(outcome);
    }
    if (++written_ % kBatch == 0) {
        commit();
    }
}

void ResultWriter::write_document(const BuildOutcome& outcome) {
    StoredDocument stored = *outcome.job.document;
    stored.input = stored.input == 0 ? input_ : stored.input;
    if (stored.id == 0) {
        stored.id = store_.add_document(stored, outcome.job.content);
    } else {
        store_.update_document(stored);
    }
    if (outcome.is_annotated) {
        store_.put_annotation(stored.id, outcome.job.annotation, outcome.word_keys);
        store_.put_outline(stored.id, outcome.outline);
    }
    if (!stored.undone.has_value()) {
        return;
    }
    const ResultsChange change = store_.put_results(stored.id, outcome.results.value_or(DocumentResults()));
    stats_.claims_gained += change.gained;
    stats_.claims_lost += change.lost;
    if (!outcome.results.has_value()) {
        store_.mark_undone(stored.id, Reach::annotation);
    }
}

void ResultWriter::finish(const BuildPlan& plan) {
    for (const DocumentId document : plan.orphans()) {
        open();
        stats_.claims_lost += store_.put_results(document, {}).lost;
        store_.remove_document(document);
        ++stats_.removed;
    }
    for (const InputId input : plan.gone_inputs()) {
        open();
        store_.remove_input(input);
    }
    commit();
}

}  // namespace stancegraph
