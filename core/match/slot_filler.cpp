#include "match/slot_filler.hpp"

#include <algorithm>

#include "match/attribution_block.hpp"
#include "match/phrases.hpp"
#include "match/statements.hpp"

namespace stancegraph {
namespace {

constexpr std::size_t kMostFillings = 16;

/// How far behind its noun a relative pronoun may stand.
constexpr TokenIndex kLongestApposition = 12;

SlotValue value_of(std::string name, SlotValue::Form form, MentionId of) {
    SlotValue value;
    value.name = std::move(name);
    value.form = form;
    value.of = of;
    return value;
}

/// True if the word stands in the cue's list.
bool is_like_cue(TextView& text, LexiconId lexicon, TokenIndex token) {
    return lexicon != kNoId && text.fits_list(lexicon, token);
}

/// "voters saying they are for it": who speaks is the voters; the clause is what the cue opens.
TokenSpan before_own_clause(const TextView& text, TokenSpan phrase, TokenIndex head,
                            const std::vector<TokenIndex>& cue) {
    if (cue.empty() || cue.front() <= head || !phrase.contains(cue.front())) {
        return phrase;
    }
    TokenIndex branch = cue.front();
    for (std::uint32_t step = 0; text.tree().head(branch) != head && step < Tree::kDeepest; ++step) {
        branch = text.tree().head(branch);
        if (branch == kNoToken) {
            return phrase;
        }
    }
    const TokenIndex end = std::max(head + 1, std::min(cue.front(), text.tree().leftmost(branch)));
    return trimmed(text, {phrase.begin, end});
}

}  // namespace

bool is_person_slot(std::string_view name) {
    return name == "speaker" || name == "target" || name == "via";
}

const Part* Scene::part(std::string_view name) const {
    const auto found = std::ranges::find(parts, name, &Part::name);
    return found == parts.end() ? nullptr : &*found;
}

const Mention* Scene::result(std::string_view name) const {
    for (const auto& [known, id] : given) {
        if (known == name) {
            return &(*mentions)[id];
        }
    }
    return nullptr;
}

FilledSlot SlotFiller::fill(const CompiledSlot& slot, const Scene& scene, SlotStop* stop) {
    FilledSlot filled;
    filled.name = slot.name;
    filled.is_optional = slot.is_optional;
    for (const CompiledChoice& choice : slot.choices) {
        switch (choice.form) {
            case CompiledChoice::Form::path:
                fill_by_path(choice.path, slot, scene, filled, stop);
                break;
            case CompiledChoice::Form::reference:
                fill_by_reference(choice, scene, filled);
                break;
            case CompiledChoice::Form::author:
                filled.fillings.push_back({value_of(slot.name, SlotValue::Form::author, kNoId), false, {}});
                break;
            case CompiledChoice::Form::enclosing:
                fill_enclosing(scene, filled);
                break;
            case CompiledChoice::Form::topic: {
                MentionId of = kNoId;
                for (const auto& [name, id] : scene.given) {
                    of = name == choice.reference.result ? id : of;
                }
                filled.fillings.push_back({value_of(slot.name, SlotValue::Form::topic, of), false, {}});
                break;
            }
        }
        if (!filled.fillings.empty()) {
            return filled;
        }
    }
    if (slot.name == "statement" && scene.stage == Stage::attribution && !slot.choices.empty() &&
        slot.choices.front().path.begins_with(pattern::Role::clause)) {
        add_statement_beside(scene, filled);
    }
    const bool wants_who = std::ranges::any_of(slot.choices, [](const CompiledChoice& choice) {
        return choice.form == CompiledChoice::Form::path && choice.path.start == "cue" &&
               choice.path.begins_with(pattern::Role::who) && choice.path.steps.size() == 1;
    });
    if (wants_who && slot.name == "speaker" && scene.stage == Stage::attribution) {
        add_near_speaker(scene, filled);
    }
    if (filled.fillings.empty() && stop != nullptr) {
        stop->slot = &slot;
    }
    return filled;
}

void SlotFiller::fill_by_path(const CompiledPath& path, const CompiledSlot& slot, const Scene& scene,
                              FilledSlot& filled, SlotStop* stop) {
    TokenIndex from = kNoToken;
    CueEntry entry;
    if (path.start == "cue" && !scene.cue.empty()) {
        from = scene.cue.front();
        entry = scene.entry;
    } else if (const Part* part = scene.part(path.start)) {
        from = part->head;
        if (path.steps.empty()) {
            Filling filling{value_of(slot.name, SlotValue::Form::words, kNoId), false, {}};
            filling.value.head = from;
            filling.value.pieces = part->pieces;
            filled.fillings.push_back(std::move(filling));
            return;
        }
    }
    if (from == kNoToken || !text_->has_tree(from)) {
        return;
    }
    std::vector<TokenIndex> found;
    PathStop path_stop;
    paths_.find(path, from, entry, found, stop == nullptr ? nullptr : &path_stop);
    if (stop != nullptr) {
        stop->at = path_stop.token;
    }
    if (path.begins_with(pattern::Role::what) && entry.entry != nullptr && !entry.entry->what.empty()) {
        std::erase_if(found, [&](TokenIndex token) {
            return std::ranges::none_of(entry.entry->what,
                                        [&](pattern::Kind kind) { return kinds_->is_of_kind(kind, token); });
        });
    }
    if (slot.name != "statement") {
        for (std::size_t at = 0; at < found.size() && found.size() < kMostFillings; ++at) {
            if (!is_clause(*text_, found[at])) {
                roles_->add_conjuncts(found[at], found);
            }
        }
    }
    if (path.kind && slot.name != "statement") {
        std::erase_if(found, [&](TokenIndex token) { return !kinds_->is_of_kind(*path.kind, token); });
    }
    std::erase_if(found, [&](TokenIndex token) { return is_taken(token, slot.name, scene); });
    for (const TokenIndex token : found) {
        add_token(token, slot, filled);
    }
}

/// One word is not speaker or target and something else as well: "agrees with Bessent on tariffs".
bool SlotFiller::is_taken(TokenIndex token, std::string_view slot, const Scene& scene) {
    return std::ranges::any_of(scene.parts, [&](const Part& part) {
        return part.head == token && part.name != slot &&
               (is_person_slot(part.name) || is_person_slot(slot)) && part.name != "cue" && part.name != "m";
    });
}

void SlotFiller::add_token(TokenIndex token, const CompiledSlot& slot, FilledSlot& filled) {
    Filling filling{value_of(slot.name, SlotValue::Form::words, kNoId), false, {}};
    filling.value.head = token;
    for (const LexiconId list : slot.lists) {
        std::vector<EntryFit> fits;
        add_fits(*text_, token, list, fits);
        if (!fits.empty()) {
            filling.entry = fits.front().entry;
            break;
        }
    }
    filled.fillings.push_back(std::move(filling));
}

void SlotFiller::fill_by_reference(const CompiledChoice& choice, const Scene& scene,
                                   FilledSlot& filled) const {
    const pattern::SlotReference& reference = choice.reference;
    if (const Mention* mention = scene.result(reference.result)) {
        if (reference.slot == "cue") {
            Filling filling{value_of(filled.name, SlotValue::Form::words, kNoId), false, {}};
            filling.value.head = mention->cue.front();
            filling.value.pieces.push_back({mention->cue.front(), mention->cue.front() + 1});
            filled.fillings.push_back(std::move(filling));
        } else if (const SlotValue* value = mention->find(reference.slot)) {
            filled.fillings.push_back({*value, false, {}});
            filled.fillings.back().value.name = filled.name;
        }
        return;
    }
    const Part* part = scene.part(reference.slot.empty() ? reference.result : reference.slot);
    if (part != nullptr) {
        Filling filling{value_of(filled.name, SlotValue::Form::words, kNoId), false, {}};
        filling.value.head = part->head;
        filling.value.pieces = part->pieces;
        filled.fillings.push_back(std::move(filling));
    }
}

void SlotFiller::fill_enclosing(const Scene& scene, FilledSlot& filled) const {
    const MentionId around = scene.cue.empty() ? kNoId : scene.results->statement_around(scene.cue.front());
    const auto form = around == kNoId ? SlotValue::Form::author : SlotValue::Form::enclosing;
    filled.fillings.push_back({value_of(filled.name, form, around), false, {}});
}

/// What the order of the words tells where the tree gives no clause: "…, he said."
void SlotFiller::add_statement_beside(const Scene& scene, FilledSlot& filled) const {
    const Part* const speaker = scene.part("speaker");
    if (scene.cue.empty() || speaker == nullptr || !text_->has_tree(scene.cue.front()) ||
        text_->upos(scene.cue.front()) != Upos::verb ||
        text_->sentence_of(speaker->head) != text_->sentence_of(scene.cue.front())) {
        return;
    }
    const TokenSpan phrase =
        speaker->pieces.empty() ? speaker_phrase(*text_, speaker->head) : speaker->pieces.front();
    std::vector<TokenSpan> pieces =
        statement_beside_cue(*text_, block_of(*text_, scene.cue, phrase), scene.cue.front(),
                             [&](TokenIndex token) { return is_like_cue(*text_, scene.lexicon, token); });
    if (pieces.empty() || contains_token(pieces, speaker->head)) {
        return;
    }
    Filling filling{value_of(filled.name, SlotValue::Form::words, kNoId), false, {}};
    filling.value.head = head_of(*text_, pieces.front());
    filling.value.pieces = std::move(pieces);
    filled.fillings.push_back(std::move(filling));
}

/// The nearest speaker before a finite verb in the same clause, else the one right behind it: half of what a
/// parser misses is inverted order and run-on datelines. Source: measured in english-annotation.md,
/// section 3.
void SlotFiller::add_near_speaker(const Scene& scene, FilledSlot& filled) const {
    if (scene.cue.empty()) {
        return;
    }
    const TokenIndex cue = scene.cue.front();
    const Xpos tag = text_->xpos(cue);
    const bool is_finite = tag == Xpos::vbd || tag == Xpos::vbz || tag == Xpos::vbp;
    const TokenSpan sentence = text_->sentence_at(cue).tokens;
    const auto take = [&](TokenIndex head) {
        Filling filling{value_of(filled.name, SlotValue::Form::words, kNoId), true, {}};
        filling.value.head = head;
        filled.fillings.push_back(std::move(filling));
    };
    if (tag == Xpos::vbg && text_->upos(cue) == Upos::verb && cue > sentence.begin) {
        for (TokenIndex token = sentence.begin; token < cue; ++token) {
            if (text_->quotation_of(token) == text_->quotation_of(cue) && is_nominal_head(*text_, token) &&
                kinds_->is_speaker(token)) {
                take(token);
                return;
            }
        }
        return;
    }
    if (!is_finite || text_->upos(cue) != Upos::verb || roles_->is_passive(cue)) {
        return;
    }
    for (TokenIndex token = cue; token > sentence.begin;) {
        --token;
        if (text_->upos(token) == Upos::verb || text_->is_quotation_mark(token) ||
            text_->form(token) == ";") {
            break;
        }
        if (is_nominal_head(*text_, token) && kinds_->is_speaker(token)) {
            take(token);
            return;
        }
    }
    const TokenIndex next = cue + static_cast<TokenIndex>(scene.cue.size());
    for (TokenIndex token = next; token < sentence.end && token < next + 8; ++token) {
        if (is_nominal_head(*text_, token) && kinds_->is_speaker(token) &&
            noun_phrase(*text_, token).begin == next) {
            take(token);
            return;
        }
    }
}

/// "four in ten who said": the pronoun is part of what names the speaker.
void SlotFiller::add_relative_pronoun(SlotValue& value, const Scene& scene) const {
    const TokenIndex next = value.pieces.front().end;
    if (scene.cue.empty() || next >= scene.cue.front()) {
        return;
    }
    const TokenSpan between{next, scene.cue.front()};
    for (TokenIndex token = between.begin; token < between.end && token < between.begin + kLongestApposition;
         ++token) {
        const Xpos tag = text_->xpos(token);
        if ((tag == Xpos::wp || tag == Xpos::wdt) && roles_->antecedent(token) == value.head) {
            value.pieces.push_back({token, token + 1});
            return;
        }
    }
}

void SlotFiller::expand(SlotValue& value, const Scene& scene, TokenIndex speaker) const {
    if (value.form != SlotValue::Form::words || value.head == kNoToken || !value.pieces.empty()) {
        return;
    }
    const OwnWords own{&scene.cue, speaker};
    if (value.name == "statement") {
        value.pieces = statement_from(*text_, value.head, own);
    } else if (is_person_slot(value.name)) {
        TokenSpan phrase = speaker_phrase(*text_, value.head);
        if (scene.stage == Stage::attribution && kinds_->is_speaker(value.head)) {
            phrase = before_own_clause(*text_, phrase, value.head, scene.cue);
        }
        value.pieces = {phrase};
        add_relative_pronoun(value, scene);
    } else if (!is_clause(*text_, value.head)) {
        value.pieces = {noun_phrase(*text_, value.head)};
    } else {
        std::vector<TokenIndex> tokens = clause_tokens(*text_, value.head);
        std::erase_if(tokens, [&](TokenIndex token) {
            return text_->tree().label(token) == Deprel::mark && text_->tree().head(token) == value.head;
        });
        for (const TokenSpan piece : pieces_of(*text_, tokens)) {
            value.pieces.push_back(trimmed(*text_, piece));
        }
    }
}

}  // namespace stancegraph
