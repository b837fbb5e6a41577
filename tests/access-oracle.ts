/**
 * Who may do what, as an inspector would write it down: told apart from the code that decides it, and held against it operation by
 * operation. A change of who may do what is made here and there.
 *
 * Roles by their letter: A administrator, O organisation officer, C unit clerk, L leader, M official (own file), S training
 * institution, I inspector, F figures reader. A role is held on a unit and reaches that unit and all below it, or is held on everything.
 */
export type Letter = 'A' | 'O' | 'C' | 'L' | 'M' | 'S' | 'I' | 'F'

export const roleOf: Record<Letter, string> = {
  A: 'administrator',
  O: 'organisation_officer',
  C: 'unit_clerk',
  L: 'leader',
  M: 'official',
  S: 'school',
  I: 'inspector',
  F: 'figures_reader',
}

/**
 * What the operation reaches for. A thing of another unit, of another authority or of nobody is *not found*, each in the same way.
 *   own      the caller's own account, session or file: nothing of others can be named
 *   open     nobody's secret: units and their history, whether the log is whole
 *   listed   a list or a number, narrowed to what lies in the scope; it names no thing
 *   whole    for a role held on everything only; else not permitted
 *   other    the thing named must lie in the scope
 *   unit+    the unit named and the person named must both lie in the scope
 */
export type Reach =
  | 'own'
  | 'open'
  | 'listed'
  | 'whole'
  | 'unit'
  | 'person'
  | 'person and unit'
  | 'two persons'
  | 'paper'
  | 'class'
  | 'plan'
  | 'class and unit'
  | 'class and person'
  | 'account'
  | 'run'
  | 'run and unit'
  | 'entry'
  | 'reorganisation'
  | 'submission'

export type Rule = { who: 'everyone' | 'signed in' | readonly Letter[]; reach: Reach }

const may = (letters: string, reach: Reach): Rule => ({ who: Array.from(letters) as Letter[], reach })
const everyone: Rule = { who: 'everyone', reach: 'own' }
const signedIn: Rule = { who: 'signed in', reach: 'own' }

export const oracle: Record<string, Rule> = {
  // Signing in, and what one does with the own account.
  'access.session.read': everyone,
  'access.session.open': everyone,
  'access.session.confirm': everyone,
  'access.session.close': signedIn,
  'access.password.change': signedIn,
  'access.language.set': signedIn,
  'access.secondFactor.read': signedIn,
  'access.secondFactor.begin': signedIn,
  'access.secondFactor.confirm': signedIn,
  'access.secondFactor.remove': signedIn,
  'access.recoveryCodes.renew': signedIn,
  'access.sessions.list': signedIn,
  'access.sessions.end': signedIn,
  'access.sessions.endOthers': signedIn,
  'access.signOn.read': everyone,
  'access.signOn.begin': everyone,
  'access.signOn.complete': everyone,
  'access.signOn.own': signedIn,
  'access.signOn.endOwn': signedIn,

  // Accounts of others: the administrator's, within the units whose administrator one is.
  'access.accounts.list': may('A', 'listed'),
  // An account opens its person's file.
  'access.accounts.create': may('A', 'person and unit'),
  'access.accounts.grant': may('A', 'account'),
  'access.accounts.endGrant': may('A', 'account'),
  'access.accounts.close': may('A', 'account'),
  'access.accounts.resetPassword': may('A', 'account'),
  'access.accounts.resetSecondFactor': may('A', 'account'),
  'access.accounts.unlock': may('A', 'account'),
  'access.accounts.setEmail': may('A', 'account'),
  'access.accounts.sessions': may('A', 'account'),
  'access.accounts.endSessions': may('A', 'account'),
  'access.signOn.list': may('A', 'account'),
  'access.signOn.end': may('A', 'account'),
  'access.policy.read': may('A', 'open'),
  'access.policy.set': may('A', 'whole'),

  // Units: everybody who signs in with a role reads them; officers and administrators change them.
  'organisation.authority.read': everyone,
  'organisation.authority.draft': everyone,
  'organisation.authority.found': everyone,
  'organisation.units.tree': may('AOCLMSIF', 'open'),
  'organisation.units.find': may('AOCLMSIF', 'open'),
  'organisation.units.read': may('AOCLMSIF', 'open'),
  'organisation.reorganisations.list': may('AOCLMSIF', 'open'),
  'organisation.units.create': may('AO', 'unit'),
  'organisation.units.correct': may('AO', 'unit'),
  'organisation.reorganisations.preview': may('AO', 'unit'),
  'organisation.reorganisations.apply': may('AO', 'unit'),
  'organisation.reorganisations.reverse': may('AO', 'reorganisation'),

  // The log: administrators and inspectors.
  'audit.entries.list': may('AI', 'person'),
  'audit.entries.read': may('AI', 'entry'),
  'audit.chain.verify': may('AI', 'open'),
  'audit.seals.list': may('AI', 'open'),
  'audit.backups.read': may('AI', 'open'),
  'audit.head.read': { who: 'signed in', reach: 'open' },

  // Papers.
  'decisions.decisions.list': may('OCLMSI', 'listed'),
  'decisions.decisions.read': may('OCLMSI', 'paper'),
  'decisions.files.read': may('OCLMSI', 'paper'),
  'decisions.decisions.create': may('O', 'listed'),
  'decisions.decisions.correct': may('O', 'paper'),
  'decisions.decisions.withdraw': may('O', 'paper'),
  'decisions.decisions.attach': may('O', 'paper'),
  'decisions.templates.list': may('O', 'open'),
  'decisions.templates.read': may('O', 'open'),
  'decisions.templates.preview': may('O', 'open'),
  'decisions.templates.replace': may('O', 'whole'),
  'decisions.templates.reset': may('O', 'whole'),

  // People: their officers write; clerks, leaders and inspectors read; the official reads the own file.
  'people.persons.spine': may('OCLMI', 'unit'),
  'people.persons.window': may('OCLMI', 'unit'),
  'people.persons.export': may('OCLMI', 'unit'),
  'people.persons.read': may('OCLMI', 'person'),
  'people.persons.history': may('OCLMI', 'person'),
  'people.persons.looks': may('OMI', 'person'),
  'people.persons.me': may('AOCLMSIF', 'own'),
  'people.persons.create': may('O', 'unit'),
  'people.persons.correct': may('O', 'person'),
  'people.facts.retract': may('O', 'person'),
  'people.persons.merge': may('O', 'two persons'),
  'people.persons.split': may('O', 'person'),
  'people.identities.record': may('O', 'person'),
  'people.identities.correct': may('O', 'person'),
  'people.assignments.record': may('O', 'person and unit'),
  'people.assignments.end': may('O', 'person'),
  'people.assignments.correct': may('O', 'person and unit'),
  'people.memberships.record': may('O', 'person and unit'),
  'people.memberships.end': may('O', 'person'),
  'qualifications.qualifications.record': may('O', 'person'),
  'qualifications.qualifications.finish': may('O', 'person'),
  'qualifications.qualifications.correct': may('O', 'person'),
  'qualifications.gap.read': may('OCLMI', 'unit'),
  'qualifications.gap.people': may('OCLMI', 'unit'),
  'qualifications.gap.person': may('OCLMI', 'person'),
  // What titles ask is law or the authority's own rule: it names no person, and holds for all units.
  'qualifications.standards.list': may('AOCLMSIF', 'open'),
  'qualifications.standards.set': may('O', 'whole'),
  'qualifications.standards.end': may('O', 'whole'),
  'qualifications.standards.retract': may('O', 'whole'),
  'qualifications.fields.add': may('O', 'whole'),
  'qualifications.fields.end': may('O', 'whole'),
  'qualifications.weights.set': may('O', 'whole'),
  'evaluation.ratings.record': may('O', 'person'),
  'evaluation.ratings.correct': may('O', 'person'),

  // Training: a school keeps the classes of its own units.
  'training.needs.list': may('OCLI', 'unit'),
  'training.needs.export': may('OCLI', 'unit'),
  'training.needs.add': may('OC', 'person'),
  'training.needs.strike': may('OC', 'person'),
  'training.needs.restore': may('OC', 'person'),
  // An official speaks of the own training only.
  'training.needs.apply': may('M', 'own'),
  'training.needs.withdrawApplication': may('M', 'own'),
  'training.needs.mine': may('M', 'own'),
  // Plans and their money: the office's; leaders approve.
  'training.plans.list': may('OLI', 'unit'),
  'training.plans.read': may('OLI', 'plan'),
  'training.plans.export': may('OLI', 'plan'),
  'training.plans.print': may('OLI', 'plan'),
  'training.plans.create': may('O', 'unit'),
  'training.plans.copyLastYear': may('O', 'plan'),
  'training.plans.edit': may('O', 'plan'),
  'training.plans.submit': may('O', 'plan'),
  'training.plans.decide': may('OL', 'plan'),
  'training.planLines.add': may('O', 'plan'),
  'training.planLines.addFromNeeds': may('O', 'plan'),
  'training.planLines.change': may('O', 'plan'),
  'training.planLines.remove': may('O', 'plan'),
  'training.planLines.people': may('OLI', 'plan'),
  'training.spending.list': may('OLI', 'plan'),
  'training.spending.record': may('O', 'plan'),
  'training.spending.correct': may('O', 'plan'),
  'training.spending.retract': may('O', 'plan'),
  'training.sendings.list': may('OCLSI', 'unit'),
  'training.sendings.record': may('OS', 'person and unit'),
  'training.sendings.cancel': may('OS', 'person'),
  'training.sendings.result': may('OS', 'person'),
  'training.classes.spine': may('OCLSI', 'unit'),
  'training.classes.window': may('OCLSI', 'unit'),
  'training.classes.read': may('OCLSI', 'class'),
  'training.classes.create': may('OS', 'unit'),
  'training.classes.correct': may('OS', 'class and unit'),
  'training.classes.enrol': may('OS', 'class and person'),
  // Who is sent where is the office's; a unit names its own people.
  'training.boards.read': may('OCLI', 'class'),
  'training.boards.eligible': may('OCLI', 'class and unit'),
  'training.boards.setSeats': may('O', 'class'),
  'training.boards.nominate': may('OC', 'class and person'),
  'training.boards.withdraw': may('OC', 'class and person'),
  'training.boards.override': may('O', 'class and person'),
  'training.boards.decide': may('O', 'class'),
  'training.boards.issuers': may('OLI', 'class'),
  'training.boards.paper': may('OLI', 'class'),
  'training.results.read': may('OCLSI', 'class'),
  'training.results.set': may('OS', 'class and person'),
  'training.certificates.list': may('OCLSI', 'unit'),
  'training.certificates.export': may('OCLSI', 'unit'),
  'training.certificates.issue': may('OS', 'class'),
  'training.certificates.annul': may('OS', 'class and person'),
  'training.certificates.print': may('OCLSI', 'class'),
  // What is owed is the office's affair, not the school's.
  'training.commitments.list': may('OLI', 'unit'),
  'training.commitments.read': may('OLI', 'person'),
  'training.commitments.record': may('O', 'person'),
  'training.commitments.setCosts': may('O', 'person'),
  'training.repayments.assess': may('OLI', 'person'),
  'training.repayments.record': may('O', 'person'),
  'training.repayments.settle': may('O', 'person'),
  'training.repayments.print': may('OLI', 'person'),
  // Whoever holds a certificate's code may ask whether it is valid.
  'training.certificates.verify': everyone,
  'training.sessions.list': may('OCLSI', 'class'),
  'training.sessions.add': may('OS', 'class'),
  'training.sessions.change': may('OS', 'class'),
  'training.sessions.remove': may('OS', 'class'),
  'training.attendance.roll': may('OCLSI', 'class'),
  'training.attendance.read': may('OCLSI', 'class'),
  'training.attendance.mark': may('OS', 'class'),
  'training.attendance.sheet': may('OCLSI', 'class'),
  'training.feedback.read': may('OCLSI', 'class'),
  'training.feedback.ask': may('OS', 'class'),
  // Whoever was given the code, without a name.
  'training.feedback.open': everyone,
  'training.feedback.give': everyone,

  // Secondments.
  'movements.secondments.list': may('OLI', 'unit'),
  'movements.secondments.record': may('O', 'person and unit'),
  'movements.secondments.extend': may('O', 'person'),
  'movements.secondments.end': may('O', 'person'),

  // Figures; the figures reader sees no list behind them.
  'statistics.review.read': may('OCLIF', 'unit'),
  'statistics.review.export': may('OCLIF', 'unit'),
  'statistics.figures.people': may('OCLIF', 'unit'),
  'statistics.forms.list': may('OCLIF', 'listed'),
  'statistics.submissions.submit': may('O', 'unit'),
  'statistics.submissions.list': may('OCLIF', 'unit'),
  'statistics.submissions.read': may('OCLIF', 'submission'),
  'statistics.submissions.people': may('OCLIF', 'submission'),
  'statistics.submissions.compare': may('OCLIF', 'submission'),
  'statistics.forms.read': may('OCLIF', 'unit'),
  'statistics.forms.export': may('OCLIF', 'unit'),
  'statistics.forms.people': may('OCLIF', 'unit'),
  'statistics.home.read': may('OCLIF', 'unit'),
  'statistics.home.attention': may('OCLIF', 'unit'),

  // Imports.
  'imports.templates.read': may('O', 'open'),
  'imports.runs.begin': may('O', 'unit'),
  'imports.runs.list': may('O', 'listed'),
  'imports.runs.read': may('O', 'run'),
  'imports.runs.setColumns': may('O', 'run'),
  'imports.runs.reread': may('O', 'run and unit'),
  'imports.runs.apply': may('O', 'run'),
  'imports.runs.undo': may('O', 'run'),
  'imports.runs.discard': may('O', 'run'),
  'imports.runs.errors': may('O', 'run'),
  'imports.rows.list': may('O', 'run'),
  'imports.rows.choose': may('O', 'run'),
  'imports.rows.chooseAll': may('O', 'run'),
  'imports.rows.correct': may('O', 'run'),
}

/** Sensitive fields are for these roles, of the persons in their scope; for the official of the own file. */
export const seesSensitive: readonly Letter[] = ['O', 'L', 'M', 'I']

/** Answers that are empty for the figures reader although the role may ask: there is no list behind a figure for them. */
export const noListFor: Record<string, readonly Letter[]> = {
  'statistics.figures.people': ['F'],
  'statistics.forms.people': ['F'],
  'statistics.submissions.people': ['F'],
  'statistics.submissions.compare': ['F'],
  'statistics.home.attention': ['F'],
}
