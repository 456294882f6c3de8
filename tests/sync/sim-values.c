/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sim-values.h"

#include <string.h>

void
sim_values_init (SimValues *self)
{
  self->n = 0;
  self->replaced = g_array_new (FALSE, TRUE, sizeof (gboolean));
  self->excused = g_array_new (FALSE, TRUE, sizeof (gboolean));
  self->adrift = g_array_new (FALSE, TRUE, sizeof (gboolean));
  self->apart = g_array_new (FALSE, TRUE, sizeof (gboolean));
  self->learners = g_ptr_array_new_with_free_func (g_free);
}

void
sim_values_clear (SimValues *self)
{
  g_array_unref (self->replaced);
  g_array_unref (self->excused);
  g_array_unref (self->adrift);
  g_array_unref (self->apart);
  g_ptr_array_unref (self->learners);
}

char *
sim_values_new (SimValues  *self,
                const char *learner)
{
  g_ptr_array_add (self->learners, g_strdup (learner));
  g_array_set_size (self->replaced, self->n + 1);
  g_array_set_size (self->excused, self->n + 1);
  g_array_set_size (self->adrift, self->n + 1);
  g_array_set_size (self->apart, self->n + 1);
  return g_strdup_printf ("w%06u", self->n++);
}

void
sim_values_replace (SimValues  *self,
                    const char *text)
{
  guint64 number = g_ascii_strtoull (text + 1, NULL, 10);

  if (*text == 'w' && number < self->n)
    g_array_index (self->replaced, gboolean, number) = TRUE;
}

/* The texts of values in a text, each as a flag in an array. */
static GArray *
find_values (SimValues  *self,
             const char *text)
{
  GArray *found = g_array_new (FALSE, TRUE, sizeof (gboolean));

  g_array_set_size (found, self->n);
  for (const char *at = text; (at = strchr (at, 'w')) != NULL; at++)
    if (strspn (at + 1, "0123456789") >= 6)
      {
        g_autofree char *digits = g_strndup (at + 1, 6);
        guint64 number = g_ascii_strtoull (digits, NULL, 10);

        if (number < self->n)
          g_array_index (found, gboolean, number) = TRUE;
      }
  return found;
}

void
sim_values_replace_in (SimValues  *self,
                       const char *text)
{
  g_autoptr(GArray) found = find_values (self, text);

  for (guint i = 0; i < self->n; i++)
    g_array_index (self->replaced, gboolean, i) |= g_array_index (found, gboolean, i);
}

/* sets the flag of each value that is not in the text */
static void
note_missing (SimValues  *self,
              GArray     *flags,
              const char *there)
{
  g_autoptr(GArray) found = find_values (self, there);

  for (guint i = 0; i < self->n; i++)
    g_array_index (flags, gboolean, i) |= !g_array_index (found, gboolean, i);
}

void
sim_values_excuse_gone (SimValues  *self,
                        const char *there)
{
  note_missing (self, self->excused, there);
}

void
sim_values_excuse_in (SimValues  *self,
                      const char *text)
{
  g_autoptr(GArray) found = find_values (self, text);

  for (guint i = 0; i < self->n; i++)
    g_array_index (self->excused, gboolean, i) |= g_array_index (found, gboolean, i);
}

void
sim_values_note_adrift (SimValues  *self,
                        const char *there)
{
  note_missing (self, self->adrift, there);
}

void
sim_values_note_apart (SimValues  *self,
                       const char *there)
{
  note_missing (self, self->apart, there);
}

guint
sim_values_excuse_erased (SimValues  *self,
                          GHashTable *purged,
                          const char *there)
{
  g_autoptr(GArray) found = find_values (self, there);
  guint n = 0;

  for (guint i = 0; i < self->n; i++)
    {
      g_autofree char *path = g_strconcat ("learners/", g_ptr_array_index (self->learners, i), NULL);

      if (!g_hash_table_contains (purged, path))
        continue;
      g_array_index (self->excused, gboolean, i) = TRUE;
      if (g_array_index (found, gboolean, i))
        g_test_message ("still there: w%06u", i);
      n += g_array_index (found, gboolean, i);
    }
  return n;
}

guint
sim_values_count_lost (SimValues  *self,
                       const char *state,
                       const char *shown,
                       const char *other)
{
  g_autoptr(GArray) found = find_values (self, state);
  g_autoptr(GArray) in_shown = find_values (self, shown);
  g_autoptr(GArray) in_other = find_values (self, other);
  guint n = 0;

  for (guint i = 0; i < self->n; i++)
    if (!g_array_index (found, gboolean, i) && !g_array_index (self->replaced, gboolean, i)
        && !g_array_index (self->excused, gboolean, i)
        && !(g_array_index (self->apart, gboolean, i) && g_array_index (in_shown, gboolean, i))
        && !(g_array_index (self->adrift, gboolean, i) && !g_array_index (in_other, gboolean, i)))
      {
        g_test_message ("lost: w%06u", i);
        n++;
      }
  return n;
}
