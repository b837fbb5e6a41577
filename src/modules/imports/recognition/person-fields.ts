import { ethnicGroupOf } from '#law/ethnic-groups.ts'
import { registrationCodes } from '#law/provinces.ts'
import { religionOf } from '#law/religions.ts'
import { titleOf } from '#law/titles.ts'
import { partialDate, type PartialDate } from '#lib/partial-date.ts'
import { personalIdSays, readPersonalId } from '#lib/personal-id.ts'
import { readDate } from '#lib/read-date.ts'
import { remembering } from '#lib/remember.ts'
import { cleanText, inProperCase } from '#lib/vietnamese-names.ts'
import type { FieldName, PostReading } from '../candidate.ts'
import { dateIn, isMark, put, refuse, type RoleCell, type RowReader, saysNothing, warn } from './row-reader.ts'
import { readUnit, splitPostAndUnit } from './units.ts'

/** Name, sex, birth, numbers, origin, unit, post and the dates of service and of the Party. */
export function readPerson(reader: RowReader): void {
  readName(reader)
  readBirthAndSex(reader)
  readId(reader)
  readOrigin(reader)
  readUnitAndPost(reader)
  readParty(reader)
  for (const [role, field] of [
    ['postFrom', 'postFrom'],
    ['recruitedOn', 'recruitedOn'],
  ] as const) {
    const cell = reader.cells.get(role)
    if (cell !== undefined && !saysNothing(cell.text)) put(reader, field, dateIn(reader, cell, field), cell)
  }
  for (const role of [
    'otherName',
    'officialNumber',
    'phone',
    'email',
    'rank',
    'note',
    'officialKind',
    'nativePlace',
    'birthplace',
    'residence',
  ] as const)
    putText(reader, role)
}

function putText(
  reader: RowReader,
  field: FieldName &
    ('otherName' | 'officialNumber' | 'phone' | 'email' | 'rank' | 'note' | 'officialKind' | 'nativePlace' | 'birthplace' | 'residence'),
): void {
  const cell = reader.cells.get(field)
  if (cell !== undefined && !saysNothing(cell.text)) put(reader, field, cleanText(cell.text), cell)
}

function readName(reader: RowReader): void {
  const given = reader.cells.get('name.given')
  const family = reader.cells.get('name.family')
  const cell = reader.cells.get('name') ?? family ?? given
  if (cell === undefined) return
  const written = cleanText(given === undefined || cell === given ? cell.text : `${cell.text} ${given.text}`)
  const plain = written.replace(/^\d+\s*[.)]\s*/, '').replace(/[*.,;:]+$/, '')
  const said = /^(?:đ\/c\.?\s*:?\s*|(?:đồng chí|đ\.c|(ông|bà))\s*:?\s+)/iu.exec(plain)
  const name = inProperCase(plain.slice(said?.[0].length ?? 0))
  if (!/\p{L}{2}|\p{L}\s\p{L}/u.test(name)) return
  put(reader, 'name', name, { ...cell, text: written })
  if (said?.[1] !== undefined) put(reader, 'sex', said[1].toLowerCase() === 'bà' ? 'female' : 'male', cell)
}

function readBirthAndSex(reader: RowReader): void {
  // 'Nam | Nữ' without 'Năm sinh' over them hold dates as often as marks.
  const male = reader.cells.get('birth.male') ?? datedSex(reader, 'sex.male')
  const female = reader.cells.get('birth.female') ?? datedSex(reader, 'sex.female')
  if (male !== undefined && female !== undefined && !saysNothing(male.text) && !saysNothing(female.text)) {
    refuse(reader, { code: 'two-sexes', text: `${male.text}, ${female.text}` }, female.place)
    return
  }
  const cell = [male, female, reader.cells.get('birth')].find((one) => one !== undefined && !saysNothing(one.text))
  if (cell !== undefined && cell.role !== 'birth') put(reader, 'sex', cell === male ? 'male' : 'female', cell)
  // The column of the date may hold only a mark, the date standing elsewhere.
  if (cell !== undefined && !(cell.role !== 'birth' && isMark(cell.text))) put(reader, 'birth', dateIn(reader, cell, 'birth'), cell)
  readBirthInParts(reader)
  readSex(reader)
}

function datedSex(reader: RowReader, role: 'sex.male' | 'sex.female'): RoleCell | undefined {
  const cell = reader.cells.get(role)
  return cell !== undefined && !reader.cells.has('birth') && !isMark(cell.text) && /\d{4}|\d\D\d/.test(cell.text) ? cell : undefined
}

/** Day, month and year in three columns; a year alone is enough. */
function readBirthInParts(reader: RowReader): void {
  const year = reader.cells.get('birth.year')
  if (year === undefined || reader.fields.birth !== undefined) return
  const number = (role: 'birth.day' | 'birth.month') => {
    const text = reader.cells.get(role)?.text ?? ''
    return /^0*[1-9]\d?$/.test(text) ? Number(text) : undefined
  }
  const full = readDate(year.value instanceof Date || typeof year.value === 'boolean' || year.value === null ? year.text : year.value)?.date
  const month = number('birth.month')
  const date =
    full === undefined || full.m !== undefined ? full : partialDate(full.y, month, month === undefined ? undefined : number('birth.day'))
  const text = [reader.cells.get('birth.day')?.text, reader.cells.get('birth.month')?.text, year.text].filter(Boolean).join('/')
  if (date === null || date === undefined) refuse(reader, { code: 'no-such-date', text }, year.place)
  else put(reader, 'birth', date, { ...year, text })
}

function readSex(reader: RowReader): void {
  const male = reader.cells.get('sex.male')
  const female = reader.cells.get('sex.female')
  const said = reader.cells.get('sex')
  if (said !== undefined) {
    const sex = /^(?:nam|m|trai|1)$/iu.test(said.text) ? 'male' : /^(?:nữ|nu|f|x|gái|0)$/iu.test(said.text) ? 'female' : null
    put(reader, 'sex', sex, said)
    if (sex === null && !saysNothing(said.text)) warn(reader, 'sex-unknown', said, 'sex')
    return
  }
  if (male !== undefined && female !== undefined && isMark(male.text) && isMark(female.text))
    refuse(reader, { code: 'two-sexes', text: 'x, x' }, female.place)
  else if (female !== undefined && isMark(female.text)) put(reader, 'sex', 'female', female)
  else if (male !== undefined && isMark(male.text)) put(reader, 'sex', 'male', male)
}

function readId(reader: RowReader): void {
  for (const role of ['personalId', 'oldId'] as const) {
    const cell = reader.cells.get(role)
    if (cell === undefined || saysNothing(cell.text)) continue
    const values = typeof cell.value === 'number' ? [cell.value] : cell.text.split('\n').map(bareNumber)
    for (const value of values) readIdNumber(reader, cell, value)
  }
}

/** 'CCCD: 008079900019', '008079900018 (cấp 2021)'. */
function bareNumber(text: string): string {
  return text.replace(/^(?:số\s+)?(?:cccd|cmnd|cmtnd|cmt)\s*:?\s*/iu, '').replace(/\s*\([^)]*\)$/, '')
}

function readIdNumber(reader: RowReader, cell: RoleCell, value: string | number): void {
  const found = readPersonalId(value, { birth: reader.fields.birth?.value, sex: reader.fields.sex?.value, provinces: registrationCodes })
  if (found.kind === 'refused') {
    refuse(reader, { code: found.why, text: cell.text }, cell.place)
    return
  }
  for (const code of found.warnings) warn(reader, code, cell, 'personalId')
  if (found.kind === 'old') {
    put(reader, 'oldId', found.id, cell)
    return
  }
  put(reader, 'personalId', found.id, cell)
  if (reader.fields.sex === undefined) {
    put(reader, 'sex', personalIdSays(found.id).sex, cell)
    warn(reader, 'sex-guessed-from-id', cell, 'sex')
  }
}

function readOrigin(reader: RowReader): void {
  const ethnic = reader.cells.get('ethnic')
  if (ethnic !== undefined && !saysNothing(ethnic.text)) {
    const name = cleanText(ethnic.text)
    const code = ethnicGroupOf(name)?.code ?? null
    put(reader, 'ethnic', { name, code }, ethnic)
    if (code === null) warn(reader, 'ethnic-unknown', ethnic, 'ethnic')
  }
  const religion = reader.cells.get('religion')
  if (religion === undefined) return
  const found = religionOf(religion.text)
  if (found !== null) put(reader, 'religion', { name: cleanText(religion.text), code: found.code }, religion)
  else if (!saysNothing(religion.text)) {
    put(reader, 'religion', { name: cleanText(religion.text), code: null }, religion)
    warn(reader, 'religion-unknown', religion, 'religion')
  }
}

function readUnitAndPost(reader: RowReader): void {
  const both = reader.cells.get('post-and-unit')
  const split = both === undefined ? null : splitPostAndUnit(both.text)
  const unit = reader.cells.get('unit')
  if (unit !== undefined && !saysNothing(unit.text)) put(reader, 'unit', readUnit(unit.text), unit)
  else if (both !== undefined && split?.unit != null) put(reader, 'unit', readUnit(split.unit), both)
  const post = reader.cells.get('post')
  if (post !== undefined && !saysNothing(post.text)) put(reader, 'post', readPost(post.text), post)
  else if (both !== undefined && split !== null && split.post !== '') put(reader, 'post', readPost(split.post), both)
  const read = reader.fields.post
  if (read !== undefined && read.value.code === null) warn(reader, 'post-unknown', read, 'post')
}

const readPost = remembering((text): PostReading => {
  const post = cleanText(text)
  return { text: post, code: titleOf(post)?.code ?? null }
})

/** A date, two dates in one cell (joined, then made full), an x, or nothing. */
function readParty(reader: RowReader): void {
  const member = reader.cells.get('partyMember')
  if (member !== undefined && isMark(member.text)) put(reader, 'partyMember', true, member)
  const joined = reader.cells.get('partyJoinedOn')
  if (joined !== undefined && !saysNothing(joined.text)) {
    if (isMark(joined.text)) put(reader, 'partyMember', true, joined)
    else readJoined(reader, joined)
  }
  const full = reader.cells.get('partyFullOn')
  if (full !== undefined && !saysNothing(full.text)) put(reader, 'partyFullOn', dateIn(reader, full, 'partyFullOn'), full)
  checkPartyOrder(reader)
}

function readJoined(reader: RowReader, cell: RoleCell): void {
  const dates = typeof cell.value === 'string' ? twoDates(cell.text) : null
  if (dates === null) {
    put(reader, 'partyJoinedOn', dateIn(reader, cell, 'partyJoinedOn'), cell)
  } else {
    put(reader, 'partyJoinedOn', dates[0], cell)
    put(reader, 'partyFullOn', dates[1], cell)
  }
  if (reader.fields.partyJoinedOn !== undefined) put(reader, 'partyMember', true, cell)
}

function twoDates(text: string): [PartialDate, PartialDate] | null {
  const found = text.match(/(?<!\d)(?:\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*(?:\d{4}|\d{2})|\d{1,2}\s*[/.-]\s*\d{4}|\d{4})(?!\d)/g) ?? []
  const [first, second] = found.map((one) => readDate(one)?.date)
  return found.length === 2 && first !== undefined && second !== undefined ? [first, second] : null
}

function checkPartyOrder(reader: RowReader): void {
  const joined = reader.fields.partyJoinedOn
  const full = reader.fields.partyFullOn
  const birth = reader.fields.birth
  if (joined !== undefined && full !== undefined && full.value.y < joined.value.y) warn(reader, 'date-out-of-order', full, 'partyFullOn')
  if (joined !== undefined && birth !== undefined && joined.value.y - birth.value.y < 18)
    warn(reader, 'date-out-of-order', joined, 'partyJoinedOn')
}
