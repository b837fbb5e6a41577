import { useInfiniteQuery } from '@tanstack/react-query'
import { requirements } from '#law/requirements.ts'
import { listGapPeople, type JudgedPost, type JudgedStandard } from '#modules/qualifications/gap.contract.ts'
import { call } from '#web/client.ts'
import { useFormat } from '#web/format.ts'
import { Button } from '#web/kit/Button.tsx'
import { PersonLink } from '#web/kit/DomainLinks.tsx'
import { Link } from '#web/kit/Link.tsx'
import { Loaded } from '#web/kit/Loaded.tsx'
import { SideList } from '#web/kit/SideList.tsx'
import { Table } from '#web/kit/Table.tsx'
import { useLanguage } from '#web/language.tsx'
import { paths } from '#web/paths.ts'
import { useMay } from '#web/session.tsx'
import { useWords } from '#web/words.ts'
import { messages } from './gap-messages.ts'
import { HeldFact } from './HeldFact.tsx'
import { StateBadge } from './StateBadge.tsx'
import { askedText } from './standard-words.ts'
import { useGap, type GapSearch } from './use-gap.ts'

/** The people behind a number, each with what is asked of them there and what they hold. */
export function GapPeople({ open, about }: { open: GapSearch['state']; about: string }) {
  const words = useWords(messages)
  const format = useFormat()
  const may = useMay()
  const { language } = useLanguage()
  const { search, set, asked } = useGap()
  const { row, requirement } = search
  const input = { ...asked, row, requirement, state: open }
  const list = useInfiniteQuery({
    queryKey: [listGapPeople.id, input],
    queryFn: ({ pageParam, signal }) => call(listGapPeople, { ...input, after: pageParam }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })
  const name = requirement ? requirements[requirement][language] : words.anyRequirement
  const total = list.data?.pages[0]?.total
  return (
    <SideList
      title={total === undefined ? name : words.listTitle(format.number(total), words[open].toLowerCase(), name)}
      about={about}
      onClose={() => set({ open: undefined, row: undefined, requirement: undefined })}
      footer={
        <>
          {list.hasNextPage && (
            <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {words.more}
            </Button>
          )}
          {may('training.needs') && (
            <Link kind="button" to={paths.needs()}>
              {words.needs}
            </Link>
          )}
        </>
      }
    >
      <Loaded query={list}>
        {({ pages }) => (
          <Table
            caption={name}
            rows={pages.flatMap(({ people }) => people)}
            rowKey={({ personId }) => personId}
            empty={words.nobody}
            columns={[
              {
                key: 'person',
                header: words.person,
                names: true,
                cell: ({ personId, name: fullName, posts }) => (
                  <>
                    <PersonLink id={personId} name={fullName} />
                    {posts.map((post) => (
                      <div key={`${post.unit.unitId} ${post.titleCode}`}>
                        <small>
                          {post.title[language]} · {post.unit[language]}
                        </small>
                      </div>
                    ))}
                  </>
                ),
              },
              {
                key: 'holds',
                header: words.holds,
                cell: ({ posts }) =>
                  shownOf(posts, requirement, open).map((standard) => (
                    <Held key={standard.standardId} standard={standard} named={!requirement} />
                  )),
              },
            ]}
          />
        )}
      </Loaded>
    </SideList>
  )
}

function Held({ standard, named }: { standard: JudgedStandard; named: boolean }) {
  const words = useWords(messages)
  const { language } = useLanguage()
  return (
    <div>
      {named && <>{requirements[standard.requirement][language]}: </>}
      <HeldFact standard={standard} /> <StateBadge state={standard.state} /> <small>{words.asks(askedText(standard, language))}</small>
    </div>
  )
}

/** Of one requirement what every post asks; else only what is in that state, each standard once. */
function shownOf(posts: readonly JudgedPost[], requirement: string | undefined, open: GapSearch['state']): JudgedStandard[] {
  const fitting = posts.flatMap(({ standards }) =>
    standards.filter((standard) => (requirement ? standard.requirement === requirement : standard.state === open)),
  )
  return [...new Map(fitting.map((standard) => [standard.standardId, standard])).values()]
}
