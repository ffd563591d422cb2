#include "pipeline/build_plan.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "base/bytes.hpp"
#include "base/hash.hpp"
#include "pipeline/program_identity.hpp"

namespace stancegraph {
namespace {

constexpr std::string_view kFootprintKey = "footprint";
constexpr std::string_view kProgramKey = "program";
constexpr std::string_view kReadingKey = "reading";

/// What decides the results beside the texts and the rules: a hash for each reach.
using ProgramParts = std::array<std::uint64_t, kReaches>;

ProgramParts program_parts(const Engine& engine) {
    const ProgramIdentity identity = program_identity();
    ByteWriter annotator;
    annotator.number(identity.annotation);
    annotator.number(engine.model().checksum());
    ProgramParts parts{};
    parts[static_cast<std::size_t>(Reach::matching)] = identity.matching;
    parts[static_cast<std::size_t>(Reach::annotation)] = hash_of(annotator.take());
    parts[static_cast<std::size_t>(Reach::reading)] = identity.reading;
    return parts;
}

std::string bytes_of(const ProgramParts& parts) {
    ByteWriter out;
    for (const std::uint64_t part : parts) {
        out.number(part);
    }
    return out.take();
}

/// The parts that `bytes` hold; zeros where there are none.
ProgramParts parts_of(const std::optional<std::string>& bytes) {
    ProgramParts parts{};
    ByteReader in(bytes.has_value() ? std::string_view(*bytes) : std::string_view());
    for (std::uint64_t& part : parts) {
        part = in.number();
    }
    return parts;
}

std::string reading_of(const ReadOptions& options) {
    ByteWriter out;
    out.text(options.file_name_pattern);
    for (const auto& [ours, theirs] : options.jsonl_fields) {
        out.text(ours);
        out.text(theirs);
    }
    for (const std::size_t limit :
         {options.limits.document_bytes, options.limits.line_bytes, options.limits.text_bytes}) {
        out.number(limit);
    }
    return out.take();
}

void mark_touched(Store& store, const Touched& touched) {
    std::vector<std::pair<DocumentId, Reach>> marked;
    store.for_each_word_keys([&](DocumentId document, std::span<const WordKey> keys) {
        if (const auto reach = touched.reach_in(keys)) {
            marked.emplace_back(document, std::min(*reach, Reach::annotation));
        }
    });
    for (const auto& [document, reach] : marked) {
        store.mark_undone(document, reach);
    }
}

}  // namespace

Touched touched_since_build(Store& store, const Engine& engine) {
    const auto bytes = store.state(kFootprintKey);
    const auto before = bytes.has_value() ? Footprint::from_bytes(*bytes) : std::nullopt;
    Touched touched = before.has_value() ? difference(*before, engine.footprint()) : Touched();
    const ProgramParts ours = program_parts(engine);
    const ProgramParts theirs = parts_of(store.state(kProgramKey));
    for (std::size_t reach = 0; reach < kReaches; ++reach) {
        touched.by_reach[reach].is_everywhere |= ours[reach] != theirs[reach];
    }
    return touched;
}

void BuildPlan::compare_rules(Store& store, const Engine& engine) {
    const Touched touched = touched_since_build(store, engine);
    if (touched.is_nothing()) {
        return;
    }
    mark_touched(store, touched);
    if (touched.by_reach[static_cast<std::size_t>(Reach::reading)].is_everywhere) {
        store.forget_stamps();
    }
    store.put_state(kFootprintKey, engine.footprint().to_bytes());
    store.put_state(kProgramKey, bytes_of(program_parts(engine)));
}

void BuildPlan::compare_options(Store& store, const BuildOptions& options) {
    const std::string reading = reading_of(options.read);
    if (store.state(kReadingKey) != reading) {
        store.forget_stamps();
        store.put_state(kReadingKey, reading);
    }
}

BuildPlan::BuildPlan(Store& store, const Engine& engine, const BuildOptions& options,
                     const std::vector<Input>& inputs) {
    Transaction transaction(store.database());
    compare_rules(store, engine);
    compare_options(store, options);
    transaction.commit();
    std::map<InputKey, const Input*> listed;
    for (const Input& input : inputs) {
        listed.emplace(InputKey(input.path, input.begin), &input);
    }
    std::map<InputId, std::vector<StoredDocument>*> kept_documents;
    for (const StoredInput& stored : store.inputs()) {
        const InputKey key(stored.path, stored.begin);
        const auto found = listed.find(key);
        if (found == listed.end()) {
            gone_inputs_.push_back(stored.id);
        } else if (stored.stamp != FileStamp() && stored.stamp == found->second->stamp &&
                   stored.name == found->second->name && stored.end == found->second->end) {
            kept_documents[stored.id] = &kept_[key];
        }
    }
    for (StoredDocument& document : store.documents()) {
        const auto kept = kept_documents.find(document.input);
        if (kept != kept_documents.end()) {
            kept->second->push_back(std::move(document));
        } else {
            orphans_.emplace(document.content, std::move(document));
        }
    }
}

const std::vector<StoredDocument>* BuildPlan::kept(const Input& input) const {
    const auto found = kept_.find({input.path, input.begin});
    return found == kept_.end() ? nullptr : &found->second;
}

std::optional<StoredDocument> BuildPlan::adopt(std::uint64_t content) {
    const auto found = orphans_.find(content);
    if (found == orphans_.end()) {
        return std::nullopt;
    }
    StoredDocument document = std::move(found->second);
    orphans_.erase(found);
    return document;
}

std::vector<DocumentId> BuildPlan::orphans() const {
    std::vector<DocumentId> ids;
    for (const auto& [content, document] : orphans_) {
        ids.push_back(document.id);
    }
    std::ranges::sort(ids);
    return ids;
}

}  // namespace stancegraph
