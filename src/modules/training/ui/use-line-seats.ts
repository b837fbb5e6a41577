import { useEventValue } from '#modules/people/ui/EventForm.tsx'

/** The seats of the course as they stand in the form around now. */
export function useLineSeats(): number {
  const seats = useEventValue('seats')
  return typeof seats === 'number' && !Number.isNaN(seats) ? seats : 0
}
