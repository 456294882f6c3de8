/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-wish-private.h"

#include "pz-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DEFAULT_IMPORTANCE 3.0
#define MAX_WISHES 200

static void
wish_free (gpointer data)
{
  PzGroupWish *wish = data;

  g_free (wish->field);
  g_strfreev (wish->learners);
  g_free (wish);
}

/**
 * pz_group_settings_new:
 *
 * Returns: (transfer full): settings that ask for nothing
 */
PzGroupSettings *
pz_group_settings_new (void)
{
  PzGroupSettings *self = g_new0 (PzGroupSettings, 1);

  self->wishes = g_ptr_array_new_with_free_func (wish_free);
  return self;
}

/**
 * pz_group_settings_free:
 * @self: (transfer full): settings
 *
 * Ends them.
 */
void
pz_group_settings_free (PzGroupSettings *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->wishes);
  g_free (self);
}

/**
 * pz_group_settings_add:
 * @self: settings
 * @name: one of the wishes: readiness, spread, gather, not-alone, cover, at-most, alike, different, new-partners,
 *   together, apart, pin
 * @value: the rest, such as mixed:3, home-languages:2, or ids of learners
 * @error: %PZ_ERROR_INVALID when it is not understood
 *
 * Asks for one more thing.
 *
 * Returns: whether it was understood
 */
gboolean
pz_group_settings_add (PzGroupSettings  *self,
                       const char       *name,
                       const char       *value,
                       GError          **error)
{
  g_auto(GStrv) parts = NULL;
  PzGroupWish *wish;

  g_return_val_if_fail (self != NULL && name != NULL && value != NULL, FALSE);

  parts = g_strsplit (value, ":", -1);
  wish = g_new0 (PzGroupWish, 1);
  wish->importance = DEFAULT_IMPORTANCE;
  wish->criterion = -1;
  if (self->wishes->len < MAX_WISHES && pz_group_wish_parse (wish, name, parts))
    {
      g_ptr_array_add (self->wishes, wish);
      return TRUE;
    }
  wish_free (wish);
  /* Translators: %1$s is what is asked of groups, such as spread, %2$s what was written behind it */
  g_set_error (error, PZ_ERROR, PZ_ERROR_INVALID, _("“%2$s” cannot be asked of groups with “%1$s”."), name, value);
  return FALSE;
}

/**
 * pz_group_settings_parse:
 * @text: lines of a name, a blank and a value
 * @error: %PZ_ERROR_INVALID when a line is not understood
 *
 * Returns: (transfer full): what pz_group_settings_to_text() wrote, or %NULL
 */
PzGroupSettings *
pz_group_settings_parse (const char  *text,
                         GError     **error)
{
  g_autoptr(PzGroupSettings) self = pz_group_settings_new ();
  g_auto(GStrv) lines = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  lines = g_strsplit (text, "\n", -1);
  for (char **line = lines; *line != NULL; line++)
    {
      char *blank = strchr (*line, ' ');

      if (**line == '\0')
        continue;
      if (blank != NULL)
        *blank = '\0';
      if (!pz_group_settings_add (self, *line, blank != NULL ? blank + 1 : "", error))
        return NULL;
    }
  return g_steal_pointer (&self);
}

static void
append_importance (GString           *text,
                   const PzGroupWish *wish)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  if (wish->must)
    g_string_append (text, "must");
  else
    g_string_append (text, g_ascii_formatd (number, sizeof number, "%g", wish->importance));
}

static void
append_wish (GString           *text,
             const PzGroupWish *wish)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *people = wish->learners != NULL ? g_strjoinv (",", wish->learners) : NULL;

  g_string_append_printf (text, "%s ", pz_group_wish_get_name (wish));
  if (people != NULL)
    g_string_append_printf (text, "%s:", people);
  else if (wish->kind == PZ_WISH_READINESS)
    g_string_append (text, wish->similar ? "similar:" : "mixed:");
  else if (wish->field != NULL)
    g_string_append_printf (text, "%s:", wish->field);
  if (wish->kind == PZ_WISH_AT_MOST)
    g_string_append_printf (text, "%u:", wish->limit);
  if (wish->kind == PZ_WISH_PIN)
    g_string_append_printf (text, "%u", wish->group + 1);
  else
    append_importance (text, wish);
  if (wish->kind == PZ_WISH_READINESS && wish->field != NULL)
    g_string_append_printf (text, ":%s", wish->field);
  if (wish->kind == PZ_WISH_NEW_PARTNERS && wish->half_life > 0)
    g_string_append_printf (text, ":%s", g_ascii_formatd (number, sizeof number, "%g", wish->half_life));
  else if (wish->kind == PZ_WISH_NEW_PARTNERS)
    g_string_append (text, ":all-year");
  g_string_append_c (text, '\n');
}

/**
 * pz_group_settings_to_text:
 * @self: settings
 *
 * Returns: (transfer full): the same as text, to be kept; a line for each wish
 */
char *
pz_group_settings_to_text (const PzGroupSettings *self)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, g_string_free (text, FALSE));

  for (guint i = 0; i < self->wishes->len; i++)
    append_wish (text, g_ptr_array_index (self->wishes, i));
  return g_string_free (text, FALSE);
}

/**
 * pz_group_settings_dup_without:
 * @self: settings
 * @kind: a kind of wish
 * @nth: which of that kind, from 0; %G_MAXUINT for all of them
 *
 * Returns: (transfer full): the same without it, to see what it costs
 */
PzGroupSettings *
pz_group_settings_dup_without (const PzGroupSettings *self,
                               PzGroupWishKind        kind,
                               guint                  nth)
{
  g_autoptr(GString) text = g_string_new (NULL);
  guint n_seen = 0;

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->wishes->len; i++)
    {
      const PzGroupWish *wish = g_ptr_array_index (self->wishes, i);
      gboolean drop = wish->kind == kind && (nth == G_MAXUINT || n_seen == nth);

      n_seen += wish->kind == kind;
      if (!drop)
        append_wish (text, wish);
    }
  return pz_group_settings_parse (text->str, NULL);
}

/**
 * pz_group_settings_get_half_life:
 * @self: settings
 *
 * Returns: weeks after which a meeting counts half, 0 for all year
 */
double
pz_group_settings_get_half_life (const PzGroupSettings *self)
{
  g_return_val_if_fail (self != NULL, PZ_GROUP_HALF_LIFE);

  for (guint i = 0; i < self->wishes->len; i++)
    {
      const PzGroupWish *wish = g_ptr_array_index (self->wishes, i);

      if (wish->kind == PZ_WISH_NEW_PARTNERS)
        return wish->half_life;
    }
  return PZ_GROUP_HALF_LIFE;
}
