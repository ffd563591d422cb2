#include "measure/judged.hpp"

#include <algorithm>

namespace stancegraph {
namespace {

template <typename Result>
std::vector<JudgedResult> with_verdicts(std::span<const Result> results, const Verdicts& verdicts) {
    std::vector<JudgedResult> found;
    for (const Result& result : results) {
        const auto verdict = verdicts.find(result.id);
        if (verdict != verdicts.end()) {
            const Evidence evidence = evidence_of(result);
            JudgedResult& judged = found.emplace_back();
            std::ranges::copy(evidence, judged.evidence.begin());
            judged.certainty = result.certainty;
            judged.verdict = verdict->second;
        }
    }
    return found;
}

}  // namespace

Evidence JudgedResult::evidence_view() const {
    Evidence view;
    std::ranges::copy(evidence, view.begin());
    return view;
}

std::vector<JudgedResult> judged(std::span<const Claim> claims, const Verdicts& verdicts) {
    return with_verdicts(claims, verdicts);
}

std::vector<JudgedResult> judged(std::span<const Attribution> attributions, const Verdicts& verdicts) {
    return with_verdicts(attributions, verdicts);
}

}  // namespace stancegraph
