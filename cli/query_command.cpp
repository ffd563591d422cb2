#include <fmt/format.h>

#include "cli/command.hpp"
#include "cli/options.hpp"
#include "cli/project.hpp"
#include "graph/build.hpp"
#include "query/answer.hpp"
#include "query/contradictions.hpp"
#include "query/groups.hpp"
#include "query/look_up.hpp"
#include "query/query.hpp"
#include "query/relations.hpp"
#include "query/render.hpp"
#include "query/sheet.hpp"

namespace stancegraph::cli {
namespace {

struct QueryChoice {
    Query query;
    std::string project = kDefaultProject;
    std::string format = "table";
    std::string by;
    std::string allies;
    std::string opponents;
    std::string timeline;
    std::string who_else;
    std::vector<std::string> path;
    bool wants_contradictions = false;
    bool wants_evidence = false;
    bool has_exit_status = false;

    [[nodiscard]] AnswerFormat answer_format() const {
        return find_answer_format(format).value_or(AnswerFormat::table);
    }
};

void add_filters(Options& options, Query& query) {
    options.value("-a,--actor", "NAME", "An actor: name, alias or part of one", query.actor);
    options.value("-s,--subject", "NAME", "A subject, or part of its name", query.subject);
    options.value("--stance", "LABEL", "A stance, such as opposes", query.stance);
    options.value("--kind", "KIND", "Of the actor: person, company, ...", query.kind);
    options.value("--outlet", "NAME", "Who published it", query.outlet);
    options.value("--since", "DATE", "First day: 2025, 2025-08 or 2025-08-20", query.since);
    options.value("--until", "DATE", "Last day", query.until);
    options.choice("--polarity", {"positive", "negative", "neutral"}, "The sign of the claims",
                   query.polarity);
    options.value("--min-certainty", "NUMBER", "How sure the rules must be of a claim, 0 to 1",
                  query.min_certainty);
    options.value("--min-belief", "NUMBER", "How sure all reports together must make a stance, 0 to 1",
                  query.min_belief);
    options.value("-w,--where", "CONDITION", "Such as \"polarity < 0 and outlet != 'X' and date >= 2025-08\"",
                  query.where);
    options.flag("--contested", "Only actors who are for and against the same subject", query.only_contested);
}

std::optional<ExitCode> parse_choice(const Command& command, Arguments arguments, QueryChoice& choice,
                                     Streams& streams) {
    Options options(command);
    add_filters(options, choice.query);
    options.flag("-e,--evidence", "Each claim with its place and sentence", choice.wants_evidence);
    options.value("--by", "KEYS", "Count by actor, kind, stance, subject, polarity, outlet, month, ...",
                  choice.by);
    options.flag("--contradictions", "Who says both, changed, or is reported differently",
                 choice.wants_contradictions);
    options.value("--allies", "NAME", "Who stands on the same side as this actor", choice.allies);
    options.value("--opponents", "NAME", "Who stands on the other side", choice.opponents);
    options.value("--timeline", "NAME", "A subject or an actor, month by month", choice.timeline);
    options.two_values("--path", "NAME NAME", "How two actors are linked by the sides that they share",
                       choice.path);
    options.value("--who-else", "CLAIM", "Who else says the same as the claim of that id", choice.who_else);
    options.flag("--exit-status", "Exit with 1 when nothing is found", choice.has_exit_status);
    add_project_option(options, choice.project);
    options.choice("-f,--format", {"table", "json", "jsonl", "csv"}, "How the answer is printed",
                   choice.format);
    return options.parse(arguments, streams);
}

/// The options that say what is asked. One at most may be given.
std::vector<std::string_view> questions_of(const QueryChoice& choice) {
    std::vector<std::string_view> questions;
    const auto add = [&](bool is_asked, std::string_view name) {
        if (is_asked) {
            questions.push_back(name);
        }
    };
    add(!choice.by.empty(), "--by");
    add(choice.wants_contradictions, "--contradictions");
    add(!choice.allies.empty(), "--allies");
    add(!choice.opponents.empty(), "--opponents");
    add(!choice.timeline.empty(), "--timeline");
    add(!choice.path.empty(), "--path");
    add(!choice.who_else.empty(), "--who-else");
    return questions;
}

/// What is printed, and whether that is anything.
struct Answered {
    std::string text;
    bool is_empty = true;
};

using Answer = std::optional<Answered>;

Answer answered(const Sheet& sheet, const QueryChoice& choice) {
    return Answered{.text = render(sheet, choice.answer_format(), kTableWidth),
                    .is_empty = sheet.rows().empty()};
}

Answer answer_edges(const StanceGraph& graph, std::span<const SelectedEdge> selected,
                    const QueryChoice& choice) {
    const AnswerFormat format = choice.answer_format();
    return Answered{.text = choice.wants_evidence ? render(evidence(graph, selected), format)
                                                  : render(answer(graph, selected), format, kTableWidth),
                    .is_empty = selected.empty()};
}

Answer answer_related(const StanceGraph& graph, std::span<const SelectedEdge> selected,
                      const QueryChoice& choice, Diagnostics& diagnostics) {
    const bool are_allies = !choice.allies.empty();
    const auto actor = look_up_actor(graph, are_allies ? choice.allies : choice.opponents, diagnostics);
    return actor ? answered(
                       related_actors(graph, selected, *actor, are_allies ? Side::allies : Side::opponents),
                       choice)
                 : std::nullopt;
}

Answer answer_path(const StanceGraph& graph, std::span<const SelectedEdge> selected,
                   const QueryChoice& choice, Diagnostics& diagnostics) {
    const auto from = look_up_actor(graph, choice.path.front(), diagnostics);
    const auto to = look_up_actor(graph, choice.path.back(), diagnostics);
    if (!from || !to) {
        return std::nullopt;
    }
    const auto steps = path_between(graph, selected, *from, *to).value_or(std::vector<EvidenceRow>());
    return Answered{.text = render(steps, choice.answer_format()), .is_empty = steps.empty()};
}

Answer answer_for(const StanceGraph& graph, std::span<const SelectedEdge> selected, const QueryChoice& choice,
                  Diagnostics& diagnostics) {
    if (!choice.by.empty()) {
        const auto sheet = grouped(graph, selected, choice.by, diagnostics);
        return sheet ? answered(*sheet, choice) : std::nullopt;
    }
    if (choice.wants_contradictions) {
        const auto found = contradictions(graph, selected);
        return Answered{.text = render(found, choice.answer_format()), .is_empty = found.empty()};
    }
    if (!choice.timeline.empty()) {
        return answered(timeline(graph, selected), choice);
    }
    if (!choice.allies.empty() || !choice.opponents.empty()) {
        return answer_related(graph, selected, choice, diagnostics);
    }
    if (!choice.path.empty()) {
        return answer_path(graph, selected, choice, diagnostics);
    }
    if (!choice.who_else.empty()) {
        const auto others = who_else(graph, selected, choice.who_else, diagnostics);
        return others ? answer_edges(graph, *others, choice) : std::nullopt;
    }
    return answer_edges(graph, selected, choice);
}

/// The query, with what the timeline is of.
std::optional<Query> query_of(const StanceGraph& graph, const QueryChoice& choice, Diagnostics& diagnostics) {
    Query query = choice.query;
    if (!choice.timeline.empty()) {
        const auto kind = kind_called(graph, choice.timeline, diagnostics);
        if (!kind) {
            return std::nullopt;
        }
        (*kind == VertexKind::actor ? query.actor : query.subject) = choice.timeline;
    }
    return query;
}

}  // namespace

ExitCode run_query(const Command& command, Arguments arguments, Streams& streams) {
    QueryChoice choice;
    if (const auto code = parse_choice(command, arguments, choice, streams)) {
        return *code;
    }
    if (const auto questions = questions_of(choice); questions.size() > 1) {
        report(
            streams,
            plain_error("SG0005", fmt::format("{} ask for different answers", fmt::join(questions, " and ")),
                        "give one of them"));
        return ExitCode::usage;
    }
    auto claims = read_project(choice.project, streams);
    if (!claims.has_value()) {
        return ExitCode::usage;
    }
    const StanceGraph graph = build_graph(std::move(*claims), {.has_layout = false});
    Diagnostics diagnostics;
    const auto query = query_of(graph, choice, diagnostics);
    const auto selected = query ? select(graph, *query, diagnostics) : std::nullopt;
    const Answer found = selected ? answer_for(graph, *selected, choice, diagnostics) : std::nullopt;
    report(streams, diagnostics);
    if (!found.has_value()) {
        return ExitCode::usage;
    }
    streams.out << found->text;
    if (found->is_empty && !choice.path.empty()) {
        streams.error << fmt::format("no shared stances link '{}' and '{}'\n", choice.path.front(),
                                     choice.path.back());
    }
    return choice.has_exit_status && found->is_empty ? ExitCode::negative : ExitCode::done;
}

}  // namespace stancegraph::cli
