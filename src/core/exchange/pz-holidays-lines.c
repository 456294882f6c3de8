/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-holidays-private.h"

#include <string.h>

/* The lines of a calendar (RFC 5545, 3.1) are taken apart here, and libical gets one event at a time with the properties
 * that are of use. It reads components recursively: what it never sees cannot be nested too deep. */

/* Longest line that is kept: names and lists of days are shorter. */
#define MAX_LINE 65536
#define MAX_EVENT (16 * MAX_LINE)

typedef struct
{
  PzHolidayEvent event;
  gpointer user_data;
  GString *line;
  GString *text; /* of the event that is read */
  guint depth;   /* of components inside the event */
  gboolean in_event;
  gboolean is_calendar;
} Splitter;

static gboolean
has_name (const char *line,
          const char *name)
{
  gsize length = strlen (name);

  return g_ascii_strncasecmp (line, name, length) == 0 && (line[length] == ':' || line[length] == ';');
}

static gboolean
is_component (const char *line,
              const char *name)
{
  g_autofree char *value = NULL;
  const char *colon = strchr (line, ':');

  if (colon == NULL)
    return FALSE;
  value = g_strstrip (g_strdup (colon + 1));
  return g_ascii_strcasecmp (value, name) == 0;
}

static gboolean
is_wanted (const char *line)
{
  static const char *const wanted[] = { "DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE",
                                        "SUMMARY", "STATUS", "UID", "RECURRENCE-ID" };

  for (gsize i = 0; i < G_N_ELEMENTS (wanted); i++)
    if (has_name (line, wanted[i]))
      return TRUE;
  return FALSE;
}

static void
begin_event (Splitter *self)
{
  self->in_event = TRUE;
  self->depth = 0;
  g_string_assign (self->text, "BEGIN:VEVENT\r\n");
}

static void
end_event (Splitter *self)
{
  self->in_event = FALSE;
  g_string_append (self->text, "END:VEVENT\r\n");
  self->event (self->text->str, self->user_data);
}

static void
take_line_of_event (Splitter   *self,
                    const char *line)
{
  if (has_name (line, "BEGIN"))
    self->depth++;
  else if (has_name (line, "END") && self->depth > 0)
    self->depth--;
  else if (has_name (line, "END"))
    end_event (self);
  else if (self->depth == 0 && is_wanted (line) && self->text->len + self->line->len < MAX_EVENT)
    g_string_append_printf (self->text, "%s\r\n", line);
}

static void
take_line (Splitter *self)
{
  const char *line = self->line->str;

  /* a NUL inside, or too long */
  if (strlen (line) != self->line->len || self->line->len > MAX_LINE)
    return;
  if (self->in_event)
    take_line_of_event (self, line);
  else if (has_name (line, "BEGIN") && is_component (line, "VCALENDAR"))
    self->is_calendar = TRUE;
  else if (has_name (line, "BEGIN") && is_component (line, "VEVENT") && self->is_calendar)
    begin_event (self);
}

/**
 * pz_holidays_unfold:
 * @bytes: a calendar in UTF-8 or in an encoding with one byte for a character
 *
 * Writers fold lines after so many bytes, also in the middle of a character: the text can only be decoded afterwards.
 *
 * Returns: (transfer full): @bytes with every line in one piece
 */
GBytes *
pz_holidays_unfold (GBytes *bytes)
{
  gsize length, i = 0;
  const char *text = g_bytes_get_data (bytes, &length);
  GString *whole = g_string_sized_new (length);

  while (i < length)
    {
      gsize end = text[i] == '\r' && i + 1 < length && text[i + 1] == '\n' ? 2 : text[i] == '\r' || text[i] == '\n' ? 1 : 0;

      if (end > 0 && i + end < length && (text[i + end] == ' ' || text[i + end] == '\t'))
        i += end + 1;
      else
        g_string_append_c (whole, text[i++]);
    }
  return g_string_free_to_bytes (whole);
}

/**
 * pz_holidays_split:
 * @text: UTF-8, of one calendar or of several one after the other; need not end with NUL
 * @length: in bytes
 * @event: called for each event
 * @user_data: for @event
 *
 * Lines may end by CR LF, LF or CR, and are unfolded. An event that is cut short is left out.
 *
 * Returns: whether a calendar begins anywhere
 */
gboolean
pz_holidays_split (const char     *text,
                   gsize           length,
                   PzHolidayEvent  event,
                   gpointer        user_data)
{
  g_autoptr(GString) line = g_string_new (NULL);
  g_autoptr(GString) event_text = g_string_new (NULL);
  Splitter self = { .event = event, .user_data = user_data, .line = line, .text = event_text };
  gsize i = 0;

  while (i < length)
    {
      if (text[i] != '\r' && text[i] != '\n')
        {
          /* one byte over the longest is enough to know it */
          if (line->len <= MAX_LINE)
            g_string_append_c (line, text[i]);
          i++;
          continue;
        }
      i += text[i] == '\r' && i + 1 < length && text[i + 1] == '\n' ? 2 : 1;
      if (i < length && (text[i] == ' ' || text[i] == '\t'))
        {
          i++;
          continue;
        }
      take_line (&self);
      g_string_truncate (line, 0);
    }
  take_line (&self);
  return self.is_calendar;
}
