import { founding, liveThrough, type Official, passToTheWard } from './careers.ts'
import { enterCareer } from './career-facts.ts'
import { enterClasses } from './classes.ts'
import { endOfDistrict, endTheDistrict } from './end-of-district.ts'
import { type Journal, lastMonth, openJournal } from './journal.ts'
import { enterOutsiders, inventOutsiders } from './outsiders.ts'
import { numberPapers, openRegister, type Paper } from './papers.ts'
import { randomFrom } from './random.ts'
import { enterRatings } from './ratings.ts'
import { enterSchooling } from './schooling-facts.ts'
import { enterSecondments } from './secondments.ts'
import { enterSending } from './sending-facts.ts'
import { sendToStudy } from './sendings.ts'
import { signPapers } from './signers.ts'
import { enterCorrections, enterWithdrawals } from './withdrawals.ts'

/** The whole demo before it is written: what the office entered, month by month, from 2015 to the autumn of 2026. */
export function yenSonStory(): { journal: Journal; officials: Official[] } {
  const journal = openJournal()
  const register = openRegister()
  const world = founding(randomFrom('careers'))
  liveThrough(world, '2005-01-01', '2019-12-01')
  passToTheWard(world, '2020-01-01')
  liveThrough(world, '2020-01-01', '2025-06-01')
  endTheDistrict(world)
  liveThrough(world, endOfDistrict, lastMonth)
  const { officials } = world
  const { learners, sent } = sendToStudy(randomFrom('sendings'), officials)
  const outsiders = inventOutsiders(randomFrom('outsiders'), world.invent)
  const random = randomFrom('facts')
  for (const official of officials) enterCareer(journal, register, official)
  for (const learner of learners) enterSchooling(journal, register, random, learner)
  for (const one of sent) enterSending(journal, register, random, one)
  enterRatings(journal, register, randomFrom('ratings'), officials)
  enterWithdrawals(journal, register, randomFrom('withdrawals'), learners)
  enterSecondments(journal, register, randomFrom('secondments'), officials)
  enterOutsiders(journal, register, randomFrom('villages'), outsiders)
  enterClasses(journal, register, randomFrom('classes'), { outsiders, officials })
  enterCorrections(journal, randomFrom('corrections'), learners)
  layInBatches(journal, register.papers.values(), officials)
  return { journal, officials }
}

/** Papers are numbered by their days and entered with the first fact that cites them. */
function layInBatches(journal: Journal, papers: Iterable<Paper>, officials: Official[]): void {
  const entered = [...papers].filter(({ batch }) => batch !== null)
  numberPapers(entered, randomFrom('papers'))
  signPapers(entered, officials)
  for (const paper of entered) journal.batches[paper.batch ?? 0]?.papers.push(paper)
}
