#include "measure/fit.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "measure/regression.hpp"
#include "measure/tally.hpp"
#include "resolve/certainty.hpp"

namespace stancegraph {
namespace {

/// How a sort of results is fitted.
struct Plan {
    std::vector<EvidenceKind> kinds;
    std::uint32_t least_count = 1;  ///< Values with fewer results are taken for average ones.
    double ridge = 1.0;
};

/// The list entry says most about an attribution, and there are enough marked ones to count each.
const Plan& attribution_plan() {
    static const Plan kPlan{.kinds = {EvidenceKind::rule, EvidenceKind::entry, EvidenceKind::speaker,
                                      EvidenceKind::statement, EvidenceKind::modality},
                            .least_count = 20,
                            .ridge = 1.0};
    return kPlan;
}

/// Whether a claim is the speaker's depends on its attribution, and on what the rule takes for a stance.
/// People judge hundreds of claims, not thousands: more kinds would count chance.
const Plan& claim_plan() {
    static const Plan kPlan{.kinds = {EvidenceKind::rule}, .least_count = 5, .ridge = 2.0};
    return kPlan;
}

const Plan& subject_plan() {
    static const Plan kPlan{.kinds = {EvidenceKind::subject, EvidenceKind::form, EvidenceKind::stance},
                            .least_count = 5,
                            .ridge = 2.0};
    return kPlan;
}

/// True for what the speaker did not say or hold at all.
bool is_not_his(const Verdict& verdict) {
    return !verdict.is_right && (verdict.wrong == "speaker" || verdict.wrong == "claim");
}

/// The claims as verdicts on whether they are the speaker's, whatever their subject.
std::vector<JudgedResult> as_his_or_not(std::span<const JudgedResult> claims) {
    std::vector<JudgedResult> results(claims.begin(), claims.end());
    for (JudgedResult& result : results) {
        result.verdict.is_right = !is_not_his(result.verdict);
    }
    return results;
}

/// Those that are the speaker's; their verdicts are on stance and subject.
std::vector<JudgedResult> only_his(std::span<const JudgedResult> claims) {
    std::vector<JudgedResult> results;
    std::ranges::copy_if(claims, std::back_inserter(results),
                         [](const JudgedResult& claim) { return !is_not_his(claim.verdict); });
    return results;
}

/// One feature for each value that is frequent enough.
class Features {
public:
    Features(const Plan& plan, const Counts& counts, CertaintyModel& model) : plan_(&plan), model_(&model) {
        for (const EvidenceKind kind : plan.kinds) {
            const auto place = static_cast<std::size_t>(kind);
            for (const auto& [value, share] : counts.by_evidence[place]) {
                if (share.of >= plan.least_count) {
                    model.evidence[place].emplace(value, Measured{.right = share.right, .of = share.of});
                    places_[place].emplace(value, size_++);
                }
            }
        }
    }

    [[nodiscard]] std::uint32_t size() const { return size_; }

    [[nodiscard]] std::vector<std::uint32_t> of(const JudgedResult& result) const {
        std::vector<std::uint32_t> found;
        for (const EvidenceKind kind : plan_->kinds) {
            const auto place = static_cast<std::size_t>(kind);
            const auto feature = places_[place].find(result.evidence[place]);
            if (feature != places_[place].end()) {
                found.push_back(feature->second);
            }
        }
        return found;
    }

    void write(const Regression& regression) const {
        model_->odds = std::exp(regression.base);
        model_->attribution = regression.known;
        for (std::size_t kind = 0; kind < kEvidenceKinds; ++kind) {
            for (const auto& [value, feature] : places_[kind]) {
                model_->evidence[kind].find(value)->second.odds = std::exp(regression.weights[feature]);
            }
        }
    }

private:
    const Plan* plan_;
    CertaintyModel* model_;
    std::array<std::map<std::string, std::uint32_t>, kEvidenceKinds> places_;
    std::uint32_t size_ = 0;
};

/// `said` is the model of attributions where their odds count, and null elsewhere.
CertaintyModel fit_model(std::span<const JudgedResult> results, const Plan& plan,
                         const CertaintyModel* said) {
    CertaintyModel model;
    const Features features(plan, count(results), model);
    std::vector<RegressionCase> cases;
    cases.reserve(results.size());
    for (const JudgedResult& result : results) {
        const double known = said == nullptr ? 0.0 : std::log(odds_of(*said, result.evidence_view()));
        cases.push_back(
            {.features = features.of(result), .known = known, .is_true = result.verdict.is_right});
    }
    Regression fitted = fit_regression(cases, features.size(), said != nullptr, plan.ridge);
    if (fitted.known < 0) {  // by chance: what is said more surely is not held less
        fitted = fit_regression(cases, features.size(), false, plan.ridge);
    }
    features.write(fitted);
    return model;
}

}  // namespace

CertaintyTable fit_certainty(std::span<const JudgedResult> attributions, std::span<const JudgedResult> claims,
                             const CertaintyTable& before) {
    CertaintyTable table = before;
    if (!attributions.empty()) {
        table.attribution = fit_model(attributions, attribution_plan(), nullptr);
    }
    if (!claims.empty()) {
        const bool has_attribution = table.attribution.odds != 0;
        table.claim =
            fit_model(as_his_or_not(claims), claim_plan(), has_attribution ? &table.attribution : nullptr);
        table.subject = fit_model(only_his(claims), subject_plan(), nullptr);
    }
    table.attribution.checked.clear();
    table.claim.checked.clear();
    return table;
}

}  // namespace stancegraph
