#include <map>
#include <set>
#include <utility>

#include "store/store.hpp"

/// The part of Store that keeps claims and attributions.
namespace stancegraph {

void Store::for_each_claim(const std::function<void(Claim&&)>& visit) {
    ClaimReader rows(database_, "ORDER BY claim.document, cue_start, claim.id");
    for (Claim claim; rows.next(claim);) {
        visit(std::move(claim));
    }
}

std::vector<Claim> Store::claims_of(DocumentId document) {
    ClaimReader rows(database_, "WHERE claim.document = ? ORDER BY cue_start, claim.id");
    rows.statement().bind(0, document);
    std::vector<Claim> claims;
    for (Claim claim; rows.next(claim);) {
        claims.push_back(std::move(claim));
    }
    return claims;
}

void Store::for_each_attribution(const std::function<void(std::string_view line)>& visit) {
    Statement rows = database_.prepare(
        "SELECT record FROM document JOIN attribution ON attribution.document = document.id "
        "ORDER BY name, cue_start, record");
    while (rows.step()) {
        visit(rows.bytes(0));
    }
}

ResultsChange Store::put_claims(DocumentId document, const std::vector<Claim>& claims) {
    std::map<std::pair<std::string, std::int64_t>, std::int64_t> rows;  // by id and digest
    std::multiset<std::string> ids;
    Statement& before = database_.prepared("SELECT rowid, id, digest FROM claim WHERE document = ?");
    for (before.bind(0, document); before.step();) {
        rows.emplace(std::pair(before.text(1), before.number(2)), before.number(0));
        ids.insert(before.text(1));
    }
    before.reset();
    ResultsChange change;
    for (const Claim& claim : claims) {
        const std::int64_t digest = digest_of(claim);
        const auto same = rows.find({claim.id, digest});
        if (same == rows.end()) {
            write_claim(database_, document, digest, claim);
        } else {
            rows.erase(same);
        }
        const auto known = ids.find(claim.id);
        if (known == ids.end()) {
            ++change.gained;
        } else {
            ids.erase(known);
        }
    }
    change.lost = ids.size();
    for (const auto& [key, row] : rows) {
        database_.prepared("DELETE FROM claim WHERE rowid = ?").bind(0, row).run();
    }
    return change;
}

void Store::put_attributions(DocumentId document, const std::vector<StoredAttribution>& attributions) {
    std::multimap<StoredAttribution, std::int64_t> rows;
    Statement& before =
        database_.prepared("SELECT rowid, cue_start, record FROM attribution WHERE document = ?");
    for (before.bind(0, document); before.step();) {
        rows.emplace(StoredAttribution{.cue_start = static_cast<std::uint32_t>(before.number(1)),
                                       .record = before.text(2)},
                     before.number(0));
    }
    before.reset();
    for (const StoredAttribution& attribution : attributions) {
        const auto same = rows.find(attribution);
        if (same != rows.end()) {
            rows.erase(same);
            continue;
        }
        database_.prepared("INSERT INTO attribution(document, cue_start, record) VALUES(?, ?, ?)")
            .bind(0, document)
            .bind(1, std::int64_t{attribution.cue_start})
            .bind(2, std::string_view(attribution.record))
            .run();
    }
    for (const auto& [attribution, row] : rows) {
        database_.prepared("DELETE FROM attribution WHERE rowid = ?").bind(0, row).run();
    }
}

ResultsChange Store::put_results(DocumentId document, const DocumentResults& results) {
    const ResultsChange change = put_claims(document, results.claims);
    put_attributions(document, results.attributions);
    database_.prepared("UPDATE document SET stale = 0 WHERE id = ?").bind(0, document).run();
    return change;
}

}  // namespace stancegraph
