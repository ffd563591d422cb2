#include <fmt/format.h>

#include "base/utf8.hpp"
#include "workbench/why_not.hpp"

namespace stancegraph {
namespace {

void add_line(std::string& text, std::string_view label, std::string_view content) {
    text += fmt::format("{:<10}{}\n", label, utf8::visible(content));
}

std::string proposal_text(const Proposal& proposal, std::size_t number) {
    std::string text = fmt::format("\nedit {}", number);
    std::string_view separator = "    ";
    for (const RuleEdit& edit : proposal.edits) {
        text += fmt::format("{}{}", separator, to_text(edit));
        separator = "and       ";
    }
    if (!proposal.reason.empty()) {
        add_line(text, "", proposal.reason);
    }
    add_line(
        text, "",
        proposal.reaches_goal ? "tried: with this the claim is found" : "tried: with this you get nearer");
    for (const std::string& line : proposal.loses) {
        add_line(text, "", "- " + line);
    }
    for (const std::string& line : proposal.gains) {
        add_line(text, "", "+ " + line);
    }
    if (!proposal.failing.empty()) {
        add_line(text, "",
                 fmt::format("but examples of these rules fail then: {}", fmt::join(proposal.failing, ", ")));
    }
    return text;
}

}  // namespace

std::string to_text(const WhyNot& answer, const Goal& goal) {
    std::string text;
    add_line(text, "wanted", to_text(goal));
    std::string_view label = answer.is_there ? "found" : "not found";
    for (const std::string& finding : answer.findings) {
        add_line(text, label, finding);
        label = "";
    }
    label = answer.is_there ? "found" : "instead";
    for (const std::string& line : answer.gives) {
        add_line(text, label, line);
        label = "";
    }
    if (answer.is_there) {
        add_line(text, "", answer.found_by);
    }
    for (std::size_t at = 0; at < answer.proposals.size(); ++at) {
        text += proposal_text(answer.proposals[at], at + 1);
    }
    if (!answer.is_there && answer.proposals.empty()) {
        add_line(text, "no edit",
                 "of a list, a name or a rule that was tried brings it about; look at the tree: explain "
                 "without --want");
    }
    return text;
}

}  // namespace stancegraph
