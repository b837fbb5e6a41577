import type { Bilingual } from '#lib/language.ts'

/** `public` stands on the office's door; `basic` and `sensitive` as the decree lists them; `secret` leaves the server for nobody. */
export type FieldClass = 'public' | 'basic' | 'sensitive' | 'secret'

export type FieldRule = {
  label: Bilingual
  class: FieldClass
  /** Shown only to whoever has `people.sensitive` over the person and, in somebody else's file, says what for. */
  isGuarded: boolean
  /** What replies and inputs call it, and what the table does; history, exports and the log's masking go by them. */
  names: readonly string[]
}

/** The lists that the classes follow; the article numbers have not been checked against the text. */
export const fieldClassesLaw = {
  document: 'Nghị định 356/2025/NĐ-CP',
  from: '2026-01-01',
  verified: false,
} as const

/**
 * Every field about a person, by class. An identity number, a telephone and a dwelling are basic by the decree; they are guarded all the
 * same, because they lead to the person's door and no figure needs them. What is not kept yet stands here, too, so that it is born guarded.
 */
export const fieldClasses = {
  unit: field({ vi: 'Đơn vị', en: 'Unit' }, 'public', ['unit', 'unitId', 'unit_id']),
  title: field({ vi: 'Chức danh', en: 'Title (post)' }, 'public', ['title', 'titleCode', 'titleText', 'title_code', 'title_text']),
  fullName: field({ vi: 'Họ và tên', en: 'Full name' }, 'basic', ['fullName', 'full_name', 'name']),
  sex: field({ vi: 'Giới tính', en: 'Sex' }, 'basic', ['sex']),
  birth: field({ vi: 'Ngày sinh', en: 'Birth date' }, 'basic', ['birth']),
  nativePlace: field({ vi: 'Quê quán', en: 'Native place' }, 'basic', ['nativePlace', 'native_place']),
  birthplace: field({ vi: 'Nơi sinh', en: 'Birthplace' }, 'basic', ['birthplace']),
  generalEducation: field({ vi: 'Giáo dục phổ thông', en: 'General education' }, 'basic', ['generalEducation', 'general_education']),
  residence: guarded({ vi: 'Nơi ở hiện nay', en: 'Present dwelling' }, 'basic', ['residence']),
  phone: guarded({ vi: 'Điện thoại', en: 'Telephone' }, 'basic', ['phone']),
  identities: guarded({ vi: 'Giấy tờ định danh', en: 'Identity numbers' }, 'basic', ['identities', 'cccd', 'cmnd', 'number']),
  photo: guarded({ vi: 'Ảnh', en: 'Portrait' }, 'basic', ['photo']),
  ethnicity: guarded({ vi: 'Dân tộc', en: 'Ethnic group' }, 'sensitive', ['ethnicity']),
  ethnicityText: guarded({ vi: 'Dân tộc (theo giấy tờ)', en: 'Ethnic group (as written)' }, 'sensitive', [
    'ethnicityText',
    'ethnicity_text',
  ]),
  religion: guarded({ vi: 'Tôn giáo', en: 'Religion' }, 'sensitive', ['religion']),
  partyJoined: guarded({ vi: 'Ngày vào Đảng', en: 'Joined the Party' }, 'sensitive', ['partyJoined', 'party_joined']),
  partyOfficial: guarded({ vi: 'Ngày chính thức', en: 'Full member since' }, 'sensitive', ['partyOfficial', 'party_official']),
  health: guarded({ vi: 'Sức khỏe, nhóm máu', en: 'Health, blood group' }, 'sensitive', ['health', 'bloodGroup', 'blood_group']),
  bankAccount: guarded({ vi: 'Tài khoản ngân hàng', en: 'Bank account' }, 'sensitive', ['bankAccount', 'bank_account']),
  signIn: guarded({ vi: 'Bí mật đăng nhập', en: 'Sign-in secrets' }, 'secret', [
    ...['password', 'passwordHash', 'password_hash', 'token', 'setToken', 'totpSecret', 'totp_secret'],
  ]),
} as const satisfies Record<string, FieldRule>

export type FieldName = keyof typeof fieldClasses
type GuardedName = { [K in FieldName]: (typeof fieldClasses)[K] extends { isGuarded: true } ? K : never }[FieldName]

/** Fields that are absent from a reply for whoever may not read them, by the name replies give them. */
export const guardedFields = keysOf(fieldClasses).filter((name): name is GuardedName => fieldClasses[name].isGuarded)

/** The same by every name that inputs, columns and stored facts give them. */
export const guardedNames: ReadonlySet<string> = new Set(guardedFields.flatMap((name): readonly string[] => fieldClasses[name].names))

/** `what` without its guarded fields: absent, not blank. */
export function withoutGuarded<T extends object>(what: T): Omit<T, GuardedName> {
  // The names left out are exactly those of the type.
  return Object.fromEntries(Object.entries(what).filter(([name]) => !guardedNames.has(name))) as Omit<T, GuardedName>
}

function field<C extends FieldClass, N extends readonly string[]>(label: Bilingual, of: C, names: N) {
  return { label, class: of, isGuarded: false, names } as const
}

function guarded<C extends FieldClass, N extends readonly string[]>(label: Bilingual, of: C, names: N) {
  return { label, class: of, isGuarded: true, names } as const
}

function keysOf<K extends string>(record: Record<K, unknown>): K[] {
  return Object.keys(record) as K[]
}
