import type { QueryClient } from '@tanstack/react-query'
import type { LoaderFunctionArgs, RouteObject } from 'react-router'
import { dayIn } from '#web/day.ts'
import { todayInVietnam } from '#web/format.ts'
import type { ModuleRoute } from '#web/module-route.ts'
import { HomeRedirect } from '#web/shell/HomeRedirect.tsx'
import { NotFoundPage } from '#web/shell/NotFoundPage.tsx'
import { PageError } from '#web/shell/PageError.tsx'
import { Permitted } from '#web/shell/Permitted.tsx'
import { Root } from '#web/shell/Root.tsx'
import { Shell } from '#web/shell/Shell.tsx'

/** The modules' pages inside the shell; each page is loaded when it is first opened. */
export function routesOf(pages: ModuleRoute[], queries: QueryClient): RouteObject[] {
  const framed = pages.filter(({ alone }) => !alone)
  const alone = pages.filter((page) => page.alone)
  const hasHome = framed.some(({ path }) => path === '/')
  return [
    {
      element: <Root />,
      errorElement: <PageError />,
      hydrateFallbackElement: <></>,
      children: [
        ...alone.map((page) => routeOf(page, queries)),
        {
          element: <Shell />,
          children: [
            {
              errorElement: <PageError />, // Inside the shell: the menu stays when a page fails.
              children: [
                ...framed.map((page) => routeOf(page, queries)),
                ...(hasHome ? [] : [{ path: '/', element: <HomeRedirect /> }]),
                { path: '*', element: <NotFoundPage /> },
              ],
            },
          ],
        },
      ],
    },
  ]
}

function routeOf(page: ModuleRoute, queries: QueryClient): RouteObject {
  return {
    path: page.path,
    shouldRevalidate: () => false,
    loader: ({ params, request }: LoaderFunctionArgs) => {
      prefetch(page, params, request, queries)
      return null
    },
    lazy: async () => {
      const Page = await page.page()
      // Whoever may not see the home page begins with the first page of the own menu.
      const otherwise = page.path === '/' ? <HomeRedirect /> : undefined
      return {
        element: (
          <Permitted permission={page.permission} otherwise={otherwise}>
            <Page />
          </Permitted>
        ),
      }
    },
  }
}

/** Starts the reading and does not wait: the page shows its own skeleton. */
function prefetch(page: ModuleRoute, params: LoaderFunctionArgs['params'], request: Request, queries: QueryClient) {
  const search = new URL(request.url).searchParams
  const day = dayIn(search) ?? todayInVietnam()
  const reads = page.prefetch?.({ params: params as Record<string, string>, search, day }) ?? []
  for (const options of reads) void queries.prefetchQuery(options as Parameters<QueryClient['prefetchQuery']>[0])
}
