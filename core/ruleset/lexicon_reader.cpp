#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "pattern/names.hpp"
#include "ruleset/context.hpp"
#include "ruleset/entry_parser.hpp"
#include "ruleset/keys.hpp"

namespace stancegraph {
namespace {

constexpr std::array<std::string_view, 5> kWordClasses{"any", "verb", "noun", "adjective", "adverb"};
/// Words that other YAML programs (YAML 1.1) read as true or false.
constexpr std::array<std::string_view, 6> kBooleans{"yes", "no", "on", "off", "true", "false"};

class LexiconReader {
public:
    LexiconReader(Context& context, NodeReader reader, const std::vector<std::string>& particles)
        : context_(context), reader_(std::move(reader)), particles_(particles) {}

    void read(const yaml::Entry& section, Lexicon& lexicon) {
        const std::string what = fmt::format("lexicon {}", lexicon.name);
        reader_.check_keys(section.value, keys::kLexicon, what);
        if (const yaml::Node* pos = section.value.find("pos")) {
            const auto found = reader_.one_of(*pos, "'pos'", kWordClasses);
            lexicon.word_class = static_cast<WordClass>(found.value_or(0));
        }
        StanceId stance = kNoId;
        if (const auto label = reader_.text_at(section.value, "stance")) {
            stance = context_.stance(reader_, *section.value.find("stance"), *label, what + ": ");
        }
        const yaml::Node* words = section.value.find("words");
        if (words == nullptr && section.value.find("extends") == nullptr) {
            reader_.error("SG1030", fmt::format("{} has no words", what), section.key.span,
                          "add 'words:' with a list");
        } else if (words != nullptr && reader_.is_sequence(*words, "'words'", {})) {
            for (const yaml::Node& item : words->items) {
                read_item(item, stance, lexicon);
            }
        }
    }

private:
    void read_item(const yaml::Node& item, StanceId stance, Lexicon& lexicon) {
        if (item.kind == yaml::Kind::mapping) {
            if (item.entries.size() == 1) {
                read_mapping(item.entries.front(), stance, lexicon);
            } else {
                reader_.error("SG1022", "an entry is one word or one 'word: stance'", item.span);
            }
            return;
        }
        const auto text = reader_.text(item, "an entry");
        if (!text) {
            return;
        }
        const std::size_t colon = item.style == yaml::Style::plain ? std::string::npos : text->find(": ");
        const bool is_boolean = item.style == yaml::Style::plain &&
                                std::ranges::find(kBooleans, utf8::to_lower(*text)) != kBooleans.end();
        if (is_boolean) {
            reader_.warning("SG1207", fmt::format("other YAML programs read {} as true or false", *text),
                            item.span, fmt::format("write \"{}\" in quotes", *text));
        }
        if (LexiconEntry* entry = add(std::string_view(*text).substr(0, colon), item, stance, lexicon);
            entry != nullptr && colon != std::string::npos) {
            entry->stance =
                context_.stance(reader_, item, text->substr(text->find_first_not_of(' ', colon + 1)),
                                fmt::format("lexicon {}: '{}' - ", lexicon.name, *text));
        }
    }

    void read_mapping(const yaml::Entry& pair, StanceId stance, Lexicon& lexicon) {
        LexiconEntry* entry = add(pair.key.text, pair.key, stance, lexicon);
        if (entry == nullptr) {
            return;
        }
        if (pair.value.kind == yaml::Kind::mapping) {
            read_long_form(pair.value, lexicon, *entry);
        } else if (const auto label = reader_.text(pair.value, "the entry's stance")) {
            entry->stance =
                context_.stance(reader_, pair.value, *label,
                                fmt::format("lexicon {}: '{}: {}' - ", lexicon.name, entry->text, *label));
        }
    }

    void read_long_form(const yaml::Node& form, const Lexicon& lexicon, LexiconEntry& entry) {
        reader_.check_keys(form, keys::kEntry, fmt::format("entry '{}'", entry.text));
        if (const auto label = reader_.text_at(form, "stance")) {
            entry.stance = context_.stance(reader_, *form.find("stance"), *label,
                                           fmt::format("lexicon {}: ", lexicon.name));
        }
        if (const yaml::Node* certainty = form.find("certainty")) {
            entry.certainty = certainty->text.starts_with('x')
                                  ? reader_.factor(*certainty).value_or(1.0)
                                  : reader_.number(*certainty, "certainty", 0.01, 1).value_or(1.0);
        }
        if (const yaml::Node* what = form.find("what")) {
            read_kinds(*what, entry);
        }
    }

    /// `SUBJECT | ACTOR`
    void read_kinds(const yaml::Node& node, LexiconEntry& entry) {
        const auto text = reader_.text(node, "'what'");
        for (std::size_t at = 0; text && at < text->size();) {
            const std::size_t begin = std::min(text->find_first_not_of(" |", at), text->size());
            at = std::min(text->find_first_of(" |", begin), text->size());
            const std::string name = text->substr(begin, at - begin);
            if (const auto kind = pattern::find_kind(name)) {
                entry.what.push_back(*kind);
            } else if (!name.empty()) {
                reader_.error("SG1101", fmt::format("{} is not a known kind", name), node.span,
                              did_you_mean(name, pattern::kind_names()));
            }
        }
    }

    LexiconEntry* add(std::string_view text, const yaml::Node& node, StanceId stance, Lexicon& lexicon) {
        ParsedEntry parsed = parse_entry(text, particles_);
        if (!parsed.entry) {
            reader_.error("SG1109", fmt::format("lexicon {}: {}", lexicon.name, parsed.mistake), node.span,
                          "an entry is: word [particle] [_] [preposition/preposition]");
            return nullptr;
        }
        parsed.entry->stance = stance;
        parsed.entry->location = reader_.location(node);
        lexicon.entries.push_back(std::move(*parsed.entry));
        return &lexicon.entries.back();
    }

    Context& context_;
    NodeReader reader_;
    const std::vector<std::string>& particles_;
};

void define_lexicons(Context& context) {
    context.for_each_section("lexicons", [&context](const NodeReader& reader, const yaml::Node& section) {
        if (!reader.is_mapping(section, "'lexicons'")) {
            return;
        }
        for (const yaml::Entry& entry : section.entries) {
            const LexiconId before = context.rules.find_lexicon(entry.key.text);
            if (before != kNoId) {
                context.report_duplicate(reader, "lexicon", entry.key.text, entry.key.span,
                                         context.rules.lexicons[before].location);
            } else if (reader.is_name(entry.key, "a lexicon") &&
                       reader.is_mapping(entry.value, fmt::format("lexicon {}", entry.key.text))) {
                Lexicon lexicon;
                lexicon.name = entry.key.text;
                lexicon.location = reader.location(entry.key);
                context.rules.lexicons.push_back(std::move(lexicon));
            }
        }
    });
}

/// Calls `read` with each section that defines a lexicon of the rule set.
template <typename Read>
void for_each_lexicon(Context& context, Read read) {
    context.for_each_section(
        "lexicons", [&context, &read](const NodeReader& reader, const yaml::Node& section) {
            for (const yaml::Entry& entry : section.entries) {
                const LexiconId id = context.rules.find_lexicon(entry.key.text);
                if (id != kNoId) {
                    Lexicon& lexicon = context.rules.lexicons[id];
                    if (lexicon.location.file == reader.file() && lexicon.location.span == entry.key.span) {
                        read(reader, entry, lexicon);
                    }
                }
            }
        });
}

/// The plain words of a list, before the lists are read.
std::vector<std::string> words_of(Context& context, std::string_view name) {
    std::vector<std::string> found;
    for_each_lexicon(context, [&found, name](const NodeReader& /*reader*/, const yaml::Entry& entry,
                                             const Lexicon& lexicon) {
        const yaml::Node* words = lexicon.name == name ? entry.value.find("words") : nullptr;
        if (words != nullptr) {
            for (const yaml::Node& item : words->items) {
                found.push_back(utf8::to_lower(item.text));
            }
        }
    });
    return found;
}

/// The words that are particles at the end of an entry: those that could be either are prepositions there.
std::vector<std::string> find_particles(Context& context) {
    std::vector<std::string> particles = words_of(context, "particle");
    const std::vector<std::string> prepositions = words_of(context, "preposition");
    std::erase_if(particles, [&prepositions](const std::string& word) {
        return std::ranges::find(prepositions, word) != prepositions.end();
    });
    return particles;
}

/// Adds the entries of the lists that a list extends, theirs first, and of those that add to it.
class Extender {
public:
    explicit Extender(Context& context) : context_(context) {
        for_each_lexicon(context,
                         [this](const NodeReader& reader, const yaml::Entry& entry, const Lexicon& lexicon) {
                             const LexiconId extending = context_.rules.find_lexicon(lexicon.name);
                             if (const yaml::Node* stance = entry.value.find("stance")) {
                                 stances_[extending] = context_.rules.find_stance(stance->text);
                             }
                             for (const LexiconId base : lists_at(reader, entry.value, "extends")) {
                                 bases_[extending].push_back(base);
                             }
                             for (const LexiconId wider : lists_at(reader, entry.value, "adds_to")) {
                                 bases_[wider].push_back(extending);
                             }
                         });
    }

    void extend(LexiconId id) {
        if (done_.contains(id)) {
            return;
        }
        open_.insert(id);
        for (const LexiconId base : bases_[id]) {
            if (open_.contains(base) || open_.size() > kMostOpen) {
                const Lexicon& lexicon = context_.rules.lexicons[id];
                NodeReader(lexicon.location.file, context_.diagnostics)
                    .error("SG1031", fmt::format("lexicon '{}' extends itself", lexicon.name),
                           lexicon.location.span, "remove one 'extends:' or 'adds_to:'");
                continue;
            }
            extend(base);
            inherit(id, base);
        }
        open_.erase(id);
        done_.insert(id);
    }

private:
    /// The lists that a key names; those that are not there are reported.
    std::vector<LexiconId> lists_at(const NodeReader& reader, const yaml::Node& list, const char* key) {
        std::vector<LexiconId> lists;
        for (const std::string& name : reader.texts_at(list, key)) {
            const LexiconId id = context_.rules.find_lexicon(name);
            if (id == kNoId) {
                context_.check_list(reader, name, list.find(key)->span);
            } else {
                lists.push_back(id);
            }
        }
        return lists;
    }

    /// Adds the entries of `base` that have not come by another way: lists that share a base have it once.
    void inherit(LexiconId id, LexiconId base) {
        auto& entries = context_.rules.lexicons[id].entries;
        const auto place_of = [](const LexiconEntry& entry) {
            return std::pair(entry.location.file.get(), entry.location.span.begin);
        };
        std::set<std::pair<const InputFile*, std::uint32_t>> present;
        std::ranges::transform(entries, std::inserter(present, present.end()), place_of);
        for (LexiconEntry entry : context_.rules.lexicons[base].entries) {
            if (!present.insert(place_of(entry)).second) {
                continue;
            }
            if (entry.stance == kNoId && stances_.contains(id)) {
                entry.stance = stances_[id];
            }
            entries.push_back(std::move(entry));
        }
    }

    static constexpr std::size_t kMostOpen = 64;  ///< So long a chain is a mistake, and would cost stack.

    Context& context_;
    std::map<LexiconId, std::vector<LexiconId>> bases_;
    std::map<LexiconId, StanceId> stances_;  ///< Of the lists that have one of their own.
    std::set<LexiconId> open_;
    std::set<LexiconId> done_;
};

}  // namespace

void read_lexicons(Context& context) {
    define_lexicons(context);
    const std::vector<std::string> particles = find_particles(context);
    for_each_lexicon(context, [&](const NodeReader& reader, const yaml::Entry& entry, Lexicon& lexicon) {
        LexiconReader(context, reader, particles).read(entry, lexicon);
    });
    Extender extender(context);
    for (LexiconId id = 0; id < context.rules.lexicons.size(); ++id) {
        extender.extend(id);
    }
}

}  // namespace stancegraph
