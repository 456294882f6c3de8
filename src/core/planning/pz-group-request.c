/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-request.h"

#include "pz-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* what is asked for when nothing is said */
#define USUAL_SIZE "4"
#define USUAL_WISHES "readiness mixed:3\nspread home-languages:2\nnew-partners 3\n"
/* lines of ours among those of the settings */
#define SIZE "size "
#define GROUPS "groups "
#define LATE "labels late"

static gboolean
parse_count (const char *text,
             guint      *count)
{
  guint64 value;

  if (!g_ascii_string_to_unsigned (text, 10, 1, PZ_GROUP_MAX_LEARNERS, &value, NULL))
    return FALSE;
  *count = (guint) value;
  return TRUE;
}

/* "4" or "4-5" */
static gboolean
parse_size (const char *text,
            guint      *least,
            guint      *most)
{
  g_auto(GStrv) ends = g_strsplit (text, "-", 2);
  guint first, last;

  if (ends[0] == NULL || !parse_count (ends[0], &first))
    return FALSE;
  last = first;
  if (ends[1] != NULL && (!parse_count (ends[1], &last) || last < first))
    return FALSE;
  *least = first;
  *most = last;
  return TRUE;
}

static PzGroupRequest *
make (PzGroupSettings *settings)
{
  PzGroupRequest *self = g_new0 (PzGroupRequest, 1);

  self->settings = settings;
  self->size = g_strdup (USUAL_SIZE);
  return self;
}

/**
 * pz_group_request_new:
 *
 * Returns: (transfer full): what is usual: groups of 4, mixed in readiness, languages spread, new partners
 */
PzGroupRequest *
pz_group_request_new (void)
{
  return make (pz_group_settings_parse (USUAL_WISHES, NULL));
}

/* a line that is not one of the settings; FALSE when it is, or is not understood */
static gboolean
take_line (PzGroupRequest *self,
           const char     *line)
{
  guint least, most;

  if (g_str_has_prefix (line, SIZE) && parse_size (line + strlen (SIZE), &least, &most))
    pz_group_request_set_size (self, least, most);
  else if (g_str_has_prefix (line, GROUPS) && parse_count (line + strlen (GROUPS), &most))
    pz_group_request_set_n_groups (self, most);
  else if (g_str_equal (line, LATE))
    self->late = TRUE;
  else
    return FALSE;
  return TRUE;
}

/**
 * pz_group_request_parse:
 * @text: lines as pz_group_request_to_text() writes them; one without a size asks for groups of 4
 * @error: %PZ_ERROR_INVALID when a line is not understood
 *
 * Returns: (transfer full): what is asked for, or %NULL
 */
PzGroupRequest *
pz_group_request_parse (const char  *text,
                        GError     **error)
{
  g_autoptr(PzGroupRequest) self = make (NULL);
  g_autoptr(GString) rest = g_string_new (NULL);
  g_auto(GStrv) lines = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  lines = g_strsplit (text, "\n", -1);
  for (char **line = lines; *line != NULL; line++)
    if (!take_line (self, *line))
      g_string_append_printf (rest, "%s\n", *line);
  self->settings = pz_group_settings_parse (rest->str, error);
  return self->settings != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * pz_group_request_copy:
 * @self: what is asked for
 *
 * Returns: (transfer full): the same, to be changed on its own
 */
PzGroupRequest *
pz_group_request_copy (const PzGroupRequest *self)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  text = pz_group_request_to_text (self);
  return pz_group_request_parse (text, NULL);
}

/**
 * pz_group_request_free:
 * @self: (transfer full): what is asked for
 *
 * Ends it.
 */
void
pz_group_request_free (PzGroupRequest *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->size);
  g_clear_pointer (&self->settings, pz_group_settings_free);
  g_free (self);
}

/**
 * pz_group_request_to_text:
 * @self: what is asked for
 *
 * Returns: (transfer full): the same as lines, to be kept
 */
char *
pz_group_request_to_text (const PzGroupRequest *self)
{
  g_autofree char *wishes = NULL;
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, g_string_free (text, FALSE));

  wishes = pz_group_settings_to_text (self->settings);
  if (self->size != NULL)
    g_string_append_printf (text, SIZE "%s\n", self->size);
  else
    g_string_append_printf (text, GROUPS "%u\n", self->n_groups);
  if (self->late)
    g_string_append (text, LATE "\n");
  g_string_append (text, wishes);
  return g_string_free (text, FALSE);
}

/**
 * pz_group_request_set_size:
 * @self: what is asked for
 * @least: learners in a group, 1 or more
 * @most: the same, or more where sizes may vary
 */
void
pz_group_request_set_size (PzGroupRequest *self,
                           guint           least,
                           guint           most)
{
  g_return_if_fail (self != NULL && least > 0 && least <= most);

  g_free (self->size);
  self->size = least < most ? g_strdup_printf ("%u-%u", least, most) : g_strdup_printf ("%u", least);
  self->n_groups = 0;
}

/**
 * pz_group_request_set_n_groups:
 * @self: what is asked for
 * @n_groups: as many groups as that, instead of a size
 */
void
pz_group_request_set_n_groups (PzGroupRequest *self,
                               guint           n_groups)
{
  g_return_if_fail (self != NULL && n_groups > 0);

  g_clear_pointer (&self->size, g_free);
  self->n_groups = n_groups;
}

/**
 * pz_group_request_get_size:
 * @self: what is asked for
 * @least: (out): learners in a group
 * @most: (out): the same, or more where sizes may vary
 *
 * Returns: %FALSE when the number of groups is asked for, and nothing is set
 */
gboolean
pz_group_request_get_size (const PzGroupRequest *self,
                           guint                *least,
                           guint                *most)
{
  g_return_val_if_fail (self != NULL && least != NULL && most != NULL, FALSE);

  return self->size != NULL && parse_size (self->size, least, most);
}

/**
 * pz_group_request_find_sizes:
 * @self: what is asked for
 * @n_learners: who take part, 1 or more
 * @sizes: (element-type PzGroupSize): is added to
 * @error: %PZ_ERROR_NOT_FOUND says what does not fit
 *
 * Returns: whether there are such groups
 */
gboolean
pz_group_request_find_sizes (const PzGroupRequest  *self,
                             guint                  n_learners,
                             GArray                *sizes,
                             GError               **error)
{
  guint least, most;

  g_return_val_if_fail (self != NULL && n_learners > 0 && sizes != NULL, FALSE);

  if (!pz_group_request_get_size (self, &least, &most))
    {
      if (self->n_groups == 0 || self->n_groups > n_learners)
        {
          /* Translators: a number of groups, and how many learners there are for them */
          g_set_error (error, PZ_ERROR, PZ_ERROR_NOT_FOUND, _("%1$u groups are too many for %2$u learners."), self->n_groups,
                       n_learners);
          return FALSE;
        }
      pz_group_sizes_even (n_learners, self->n_groups, sizes);
      return TRUE;
    }
  if (least == most)
    {
      pz_group_sizes_for (n_learners, least, sizes);
      return TRUE;
    }
  if (pz_group_sizes_between (n_learners, least, most, sizes))
    return TRUE;
  g_set_error (error, PZ_ERROR, PZ_ERROR_NOT_FOUND,
               /* Translators: how many learners there are, and the least and the greatest size of a group */
               _("%1$u learners cannot be put in groups of %2$u to %3$u."), n_learners, least, most);
  return FALSE;
}

/**
 * pz_group_request_find:
 * @self: what is asked for
 * @kind: of a wish
 * @nth: which of that kind, from 0
 *
 * Returns: (transfer none) (nullable): the wish
 */
const PzGroupWish *
pz_group_request_find (const PzGroupRequest *self,
                       PzGroupWishKind       kind,
                       guint                 nth)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->settings->wishes->len; i++)
    {
      const PzGroupWish *wish = g_ptr_array_index (self->settings->wishes, i);

      if (wish->kind == kind && nth-- == 0)
        return wish;
    }
  return NULL;
}

/**
 * pz_group_request_count:
 * @self: what is asked for
 * @kind: of a wish
 *
 * Returns: how many of that kind there are
 */
guint
pz_group_request_count (const PzGroupRequest *self,
                        PzGroupWishKind       kind)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0);

  while (pz_group_request_find (self, kind, n) != NULL)
    n++;
  return n;
}

/**
 * pz_group_wish_is_rule:
 * @wish: a wish
 *
 * Returns: whether it is about certain learners, such as two to be kept apart
 */
gboolean
pz_group_wish_is_rule (const PzGroupWish *wish)
{
  g_return_val_if_fail (wish != NULL, FALSE);

  return wish->kind == PZ_WISH_TOGETHER || wish->kind == PZ_WISH_APART || wish->kind == PZ_WISH_PIN;
}
