#include "match/near_misses.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "match/phrases.hpp"

namespace stancegraph {
namespace {

constexpr std::size_t kMostPerSentence = 3;

std::string quoted(std::string_view text) {
    return "'" + std::string(text) + "'";
}

std::string_view name_of(WordClass word_class) {
    switch (word_class) {
        case WordClass::verb:
            return "a verb";
        case WordClass::noun:
            return "a noun";
        case WordClass::adjective:
            return "an adjective";
        case WordClass::adverb:
            return "an adverb";
        case WordClass::any:
            break;
    }
    return "any word";
}

/// The list or kind that the instruction asks for, as the pattern has it; empty for other things.
std::string part_of(const TextView& text, const pattern::Instruction& instruction) {
    using pattern::Operation;
    if (instruction.operation == Operation::list) {
        return '@' + text.rules().lexicons[instruction.argument].name;
    }
    const bool is_kind =
        instruction.operation == Operation::span || instruction.operation == Operation::position;
    return is_kind ? std::string(pattern::name_of(static_cast<pattern::Kind>(instruction.argument)))
                   : std::string();
}

std::string wanted_by(const TextView& text, const pattern::Instruction& instruction) {
    using pattern::Operation;
    switch (instruction.operation) {
        case Operation::list:
        case Operation::span:
        case Operation::position:
            return part_of(text, instruction);
        case Operation::gap:
            return "a word that the gap may pass";
        case Operation::look:
            return "what the look-around asks for";
        case Operation::token:
        case Operation::mark:
        case Operation::fork:
        case Operation::accept:
            break;
    }
    return "another word";
}

}  // namespace

/// "'rejected' has nsubj:pass plan, aux:pass was"
std::string NearMisses::dependents_of(TokenIndex token) const {
    std::string text = quoted(text_->form(token)) + " has";
    const char* separator = " ";
    for (const TokenIndex child : text_->tree().children(token)) {
        const Deprel label = text_->tree().label(child);
        if (label != Deprel::punct) {
            text += separator;
            text += stancegraph::name_of(label);
            text += ' ';
            text += text_->form(child);
            separator = ", ";
        }
    }
    return *separator == ' ' ? text + " nothing below it" : text;
}

void NearMisses::add_slot(RuleId rule, const Mention& candidate, const SlotStop& stop) {
    NearMiss miss;
    miss.rule = rule;
    miss.lexicon = candidate.lexicon;
    miss.entry = candidate.entry;
    miss.cue = candidate.cue.front();
    miss.part = stop.slot->name;
    miss.wanted = "no " + stop.slot->name;
    const auto path = std::ranges::find_if(stop.slot->choices, [](const CompiledChoice& choice) {
        return choice.form == CompiledChoice::Form::path;
    });
    if (path != stop.slot->choices.end()) {
        miss.wanted += ": '" + path->path.text + "' found nothing";
    }
    const TokenIndex at = stop.at == kNoToken ? miss.cue : stop.at;
    if (text_->has_tree(at)) {
        miss.found = dependents_of(at);
    }
    all_.push_back({std::move(miss), true});
}

void NearMisses::add_pattern(RuleId rule, const Occurrence& occurrence, const PatternStop& stop) {
    if (stop.program == nullptr || stop.missing > 1) {
        return;
    }
    const pattern::Instruction& instruction = stop.program->instructions[stop.furthest.instruction];
    const bool is_rightwards = stop.program->reading == pattern::Reading::rightwards;
    const TokenIndex position = stop.furthest.position;
    NearMiss miss;
    miss.form = NearMiss::Form::part;
    miss.rule = rule;
    miss.cue = occurrence.token;
    miss.part = part_of(*text_, instruction);
    if (occurrence.fit) {
        miss.lexicon = occurrence.fit->entry.lexicon;
        miss.entry = occurrence.fit->entry.entry;
    }
    miss.wanted = "wanted " + wanted_by(*text_, instruction);
    const bool is_end = is_rightwards ? position >= text_->size() : position == 0;
    miss.found = is_end ? is_rightwards ? "the end of the text" : "the beginning of the text"
                        : quoted(text_->form(is_rightwards ? position : position - 1));
    all_.push_back({std::move(miss), false});
}

void NearMisses::add_word(RuleId rule, const EntryRef& entry, TokenIndex token) {
    const Lexicon& lexicon = text_->rules().lexicons[entry.lexicon];
    NearMiss miss;
    miss.form = NearMiss::Form::word_class;
    miss.rule = rule;
    miss.lexicon = entry.lexicon;
    miss.entry = entry.entry;
    miss.cue = token;
    miss.wanted = quoted(text_->form(token)) + " is in @" + lexicon.name + " as " +
                  std::string(name_of(lexicon.word_class));
    miss.found = "it was read as " + std::string(stancegraph::name_of(text_->upos(token)));
    all_.push_back({std::move(miss), false});
}

void NearMisses::add_refused(const Mention& mention, std::string reason) {
    Beaten beaten;
    beaten.loser = mention;
    beaten.reason = std::move(reason);
    trace_->beaten.push_back(std::move(beaten));
}

void NearMisses::finish(const Results& results) {
    std::erase_if(all_, [&](const Miss& miss) {
        return miss.is_about_slot ? results.has_rival(miss.told.rule, miss.told.cue)
                                  : results.has_winner(miss.told.cue);
    });
    const auto key = [&](const Miss& miss) {
        return std::tuple(text_->sentence_of(miss.told.cue), miss.told.distance,
                          results.has_winner(miss.told.cue), !miss.is_about_slot, miss.told.rule,
                          miss.told.cue, miss.told.lexicon, miss.told.entry);
    };
    std::ranges::stable_sort(all_,
                             [&](const Miss& left, const Miss& right) { return key(left) < key(right); });
    std::map<std::uint32_t, std::size_t> shown;
    for (std::size_t at = 0; at < all_.size(); ++at) {
        const NearMiss& miss = all_[at].told;
        const bool is_repeated =
            at > 0 && miss.rule == all_[at - 1].told.rule && miss.cue == all_[at - 1].told.cue;
        std::size_t& count = shown[text_->sentence_of(miss.cue)];
        if (!is_repeated && count < kMostPerSentence) {
            ++count;
            trace_->near_misses.push_back(miss);
        }
    }
}

}  // namespace stancegraph
