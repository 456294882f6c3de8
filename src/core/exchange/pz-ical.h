/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <libical/ical.h>

G_BEGIN_DECLS

/* What of libical is called. It is opened with the first calendar, see pz-late-library. */
#define PZ_ICAL_FUNCTIONS(F)                                                                                           \
  F (icalcomponent_free)                                                                                               \
  F (icalcomponent_get_first_property)                                                                                 \
  F (icalcomponent_get_next_property)                                                                                  \
  F (icalerror_set_errors_are_fatal)                                                                                   \
  F (icalparser_parse_string)                                                                                          \
  F (icalproperty_get_dtend)                                                                                           \
  F (icalproperty_get_dtstart)                                                                                         \
  F (icalproperty_get_duration)                                                                                        \
  F (icalproperty_get_exdate)                                                                                          \
  F (icalproperty_get_rdate)                                                                                           \
  F (icalproperty_get_recurrenceid)                                                                                    \
  F (icalproperty_get_rrule)                                                                                           \
  F (icalproperty_get_status)                                                                                          \
  F (icalproperty_get_summary)                                                                                         \
  F (icalproperty_get_uid)                                                                                             \
  F (icalrecurrencetype_day_day_of_week)                                                                               \
  F (icalrecurrencetype_day_position)                                                                                  \
  F (icaltime_is_null_time)                                                                                            \
  F (icaltime_is_utc)

#define PZ_ICAL_MEMBER(function) __typeof__ (function) *function;
typedef struct
{
  PZ_ICAL_FUNCTIONS (PZ_ICAL_MEMBER)
} PzIcal;
#undef PZ_ICAL_MEMBER

const PzIcal *pz_ical (GError **error);

G_END_DECLS
