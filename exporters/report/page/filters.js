// Which links stay. A filter never changes a number: it leaves out links none of whose documents fit.

const fits = (chosen, value) => chosen.size === 0 || chosen.has(value);

/// For each document whether its date and outlet fit.
function fitting_documents(documents, state) {
  return documents.map(({date = "", outlet}) => fits(state.outlet, outlet) &&
    (state.from === "" || (date !== "" && date >= state.from)) && (state.to === "" || (date !== "" && date <= state.to)));
}

/// Whether a name or an alias has the words, whatever their case.
export function vertex_search(text) {
  const wanted = text.trim().toLowerCase();
  return (vertex) => wanted === "" || [vertex.name, ...vertex.aliases].some((name) => name.toLowerCase().includes(wanted));
}

/// The links of the view that fit, each with the number of its documents that do: [{link, weight}].
export function shown_links(report, state) {
  const is_fit = fitting_documents(report.documents, state);
  const is_found = vertex_search(state.search);
  const documents_of = (link) => {
    const parts = link.parts.filter((edge) => fits(state.stance, edge.stance));
    const numbers = parts.flatMap((edge) => edge.in.filter((number) => is_fit[number]));
    return parts.length > 1 ? new Set(numbers).size : numbers.length;
  };
  return report.links[state.view]
    .filter(({actor, subject}) => fits(state.kind, actor.type ?? "") && (is_found(actor) || is_found(subject)))
    .map((link) => ({link, weight: documents_of(link)}))
    .filter(({weight}) => weight >= state.min);
}

/// Whether a claim's document fits.
export function claim_filter(report, state) {
  const is_fit = fitting_documents(report.documents, state);
  return (claim) => is_fit[claim.in];
}
