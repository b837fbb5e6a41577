import { cleanText, fold } from '#lib/vietnamese-names.ts'
import { wordsOf } from '#law/words.ts'
import { kindOfUnit, unitKinds, type UnitKind } from './unit-kind.ts'
import { unitKey } from './unit-name.ts'

const beginnings: readonly (readonly [RegExp, UnitKind])[] = [
  [/^tinh doan|^huyen doan|^xa doan|^hoi |^lien doan|^cong doan|^doan (tncs|thanh nien)/, 'mass_organisation'],
  [/^(tinh|thanh|huyen|thi|dang) u[iy]|^dang bo|^chi bo|^ban chap hanh dang/, 'party_committee'],
  [/^tinh /, 'province'],
  [/^thanh pho /, 'city'],
  [/^huyen /, 'district'],
  [/^quan /, 'urban_district'],
  [/^thi xa /, 'town'],
  [/^thi tran /, 'township'],
  [/^xa /, 'commune'],
  [/^phuong /, 'ward'],
  [/^dac khu /, 'special_zone'],
  [/^(thon|to dan pho|ban|xom|ap|khu) (?!(to chuc|tuyen giao|dan van|xay dung|noi chinh|quan l))/, 'hamlet'],
  [/^co quan /, 'joint_body'],
  [/^(uy ban |ub)?(mat tran|mttq)/, 'front'],
  [/^(hdnd|ubnd|hoi dong nhan dan|uy ban nhan dan)/, 'council_and_committee'],
  [
    /^(van phong (dang|huyen|tinh|thanh) u[iy]|ban (to chuc|tuyen giao|dan van|xay dung dang|noi chinh)|uy ban kiem tra|ubkt)/,
    'party_body',
  ],
  [/^(phong|van phong|thanh tra|so|chi cuc) /, 'state_office'],
  [/^(trung tam|truong|tram|ban quan l[iy]|benh vien|hat) /, 'public_service_unit'],
  [/^(cong an|ban chi huy quan su|ban chqs|don bien phong)/, 'armed_force'],
]

/** The kind that a unit's name speaks of; 'other_body' where it says nothing. */
export function kindOfName(name: string): UnitKind {
  const key = unitKey(name)
  return beginnings.find(([pattern]) => pattern.test(key))?.[1] ?? 'other_body'
}

/** The kind that a cell of a column 'Cấp/loại' names; null where it is not one of ours. */
export function kindOfText(text: string): UnitKind | null {
  const words = wordsOf(text)
  return (
    unitKinds.find(
      (kind) => wordsOf(kindOfUnit(kind).name.vi) === words || wordsOf(kindOfUnit(kind).name.en) === words || kind === words,
    ) ?? null
  )
}

/** The system by which such a unit hangs from the one above it. */
export function systemsOf(kind: UnitKind): ('state' | 'party')[] {
  if (kind === 'joint_body') return ['party', 'state']
  return kind === 'party_committee' || kind === 'party_body' || kind === 'front' || kind === 'mass_organisation' ? ['party'] : ['state']
}

const englishKind: Partial<Record<UnitKind, string>> = {
  province: 'Province',
  central_city: 'City',
  district: 'District',
  city: 'City',
  town: 'Town',
  urban_district: 'District',
  commune: 'Commune',
  ward: 'Ward',
  township: 'Township',
  special_zone: 'Special Zone',
}

/** 'Xã Tứ Quận' is 'Tứ Quận Commune'; the name of a body is left to whoever knows its English name. */
export function englishName(nameVi: string, kind: UnitKind): string {
  const clean = cleanText(nameVi)
  const word = englishKind[kind]
  const said = fold(kindOfUnit(kind).name.vi)
  const own = clean.split(' ').slice(kind === 'central_city' || kind === 'city' ? 2 : said.split(' ').length)
  if (!word || own.length === 0 || kindOfName(nameVi) === 'other_body') return clean
  return `${own.join(' ')} ${word}`
}
