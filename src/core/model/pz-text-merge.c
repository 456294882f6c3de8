/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-text-merge.h"

#include <string.h>

/* Cells of the table that finds common lines; longer texts differ as a whole where they begin to differ. */
#define MAX_CELLS (4 * 1000 * 1000)
#define NO_LINE G_MAXUINT

/* A text as lines: "a\n" is two, the second one empty, so that joining them gives the text again. */
typedef struct
{
  GStrv lines;
  guint n;
} Lines;

/* Lines of three texts that stand at one place. */
typedef struct
{
  const Lines *text;
  guint first;
  guint end; /* behind the last one */
} Part;

typedef struct
{
  GString *out;
  gboolean has_lines;
  const PzTextMergeMarks *marks;
  guint n_conflicts;
} Output;

static void
lines_init (Lines      *self,
            const char *text)
{
  self->lines = text != NULL && *text != '\0' ? g_strsplit (text, "\n", -1) : g_new0 (char *, 1);
  self->n = g_strv_length (self->lines);
}

static void
lines_clear (Lines *self)
{
  g_strfreev (self->lines);
}

static gboolean
same_line (const Lines *a,
           guint        i,
           const Lines *b,
           guint        k)
{
  return strcmp (a->lines[i], b->lines[k]) == 0;
}

/* The longest common subsequence of a[from, from + n) and b[from, from + m) (Wagner and Fischer 1974, for lines). */
static void
match_middle (const Lines *a,
              guint        n,
              const Lines *b,
              guint        m,
              guint        from,
              guint       *matches)
{
  gsize width = (gsize) m + 1;
  g_autofree guint32 *longest = NULL;

  if (n == 0 || m == 0 || ((gsize) n + 1) * width > MAX_CELLS)
    return;
  longest = g_new0 (guint32, ((gsize) n + 1) * width);
  for (guint i = n; i > 0; i--)
    for (guint k = m; k > 0; k--)
      longest[(i - 1) * width + k - 1] = same_line (a, from + i - 1, b, from + k - 1)
                                           ? longest[i * width + k] + 1
                                           : MAX (longest[i * width + k - 1], longest[(i - 1) * width + k]);
  for (guint i = 0, k = 0; i < n && k < m;)
    if (same_line (a, from + i, b, from + k))
      {
        matches[from + i] = from + k;
        i++;
        k++;
      }
    else if (longest[(i + 1) * width + k] >= longest[i * width + k + 1])
      i++;
    else
      k++;
}

/* For each line of a the line of b that is the same one, rising; NO_LINE where there is none. Transfer full. */
static guint *
match_lines (const Lines *a,
             const Lines *b)
{
  guint *matches = g_new (guint, a->n + 1);
  guint first = 0, last = 0;

  for (guint i = 0; i < a->n; i++)
    matches[i] = NO_LINE;
  while (first < a->n && first < b->n && same_line (a, first, b, first))
    {
      matches[first] = first;
      first++;
    }
  while (last < a->n - first && last < b->n - first && same_line (a, a->n - 1 - last, b, b->n - 1 - last))
    {
      matches[a->n - 1 - last] = b->n - 1 - last;
      last++;
    }
  match_middle (a, a->n - first - last, b, b->n - first - last, first, matches);
  return matches;
}

static void
add_line (Output     *self,
          const char *line)
{
  if (self->has_lines)
    g_string_append_c (self->out, '\n');
  g_string_append (self->out, line);
  self->has_lines = TRUE;
}

static void
add_part (Output     *self,
          const Part *part)
{
  for (guint i = part->first; i < part->end; i++)
    add_line (self, part->text->lines[i]);
}

static gboolean
parts_equal (const Part *a,
             const Part *b)
{
  if (a->end - a->first != b->end - b->first)
    return FALSE;
  for (guint i = 0; i < a->end - a->first; i++)
    if (!same_line (a->text, a->first + i, b->text, b->first + i))
      return FALSE;
  return TRUE;
}

/* One place of the texts. base: what stood there; NULL when nobody knows, then nothing that one of them has goes. */
static void
merge_part (Output     *self,
            const Part *base,
            const Part *mine,
            const Part *theirs)
{
  gboolean only_theirs = base != NULL ? parts_equal (base, mine) : mine->first == mine->end;
  gboolean only_mine = base != NULL ? parts_equal (base, theirs) : theirs->first == theirs->end;

  if (only_mine || parts_equal (mine, theirs))
    add_part (self, mine);
  else if (only_theirs)
    add_part (self, theirs);
  else
    {
      self->n_conflicts++;
      add_line (self, self->marks->mine);
      add_part (self, mine);
      add_line (self, self->marks->theirs);
      add_part (self, theirs);
      add_line (self, self->marks->end);
    }
}

/* Places where all three have one line part the texts (Khanna, Kunal and Pierce 2007: diff3). */
static void
merge_three (Output      *self,
             const Lines *base,
             const Lines *mine,
             const Lines *theirs)
{
  g_autofree guint *to_mine = match_lines (base, mine);
  g_autofree guint *to_theirs = match_lines (base, theirs);
  Part b = { base, 0, 0 }, m = { mine, 0, 0 }, t = { theirs, 0, 0 };

  for (guint i = 0; i <= base->n; i++)
    {
      if (i < base->n && (to_mine[i] == NO_LINE || to_theirs[i] == NO_LINE))
        continue;
      b.end = i;
      m.end = i < base->n ? to_mine[i] : mine->n;
      t.end = i < base->n ? to_theirs[i] : theirs->n;
      merge_part (self, &b, &m, &t);
      if (i < base->n)
        add_line (self, base->lines[i]);
      b.first = b.end + 1;
      m.first = m.end + 1;
      t.first = t.end + 1;
    }
}

static void
merge_two (Output      *self,
           const Lines *mine,
           const Lines *theirs)
{
  g_autofree guint *matches = match_lines (mine, theirs);
  Part m = { mine, 0, 0 }, t = { theirs, 0, 0 };

  for (guint i = 0; i <= mine->n; i++)
    {
      if (i < mine->n && matches[i] == NO_LINE)
        continue;
      m.end = i;
      t.end = i < mine->n ? matches[i] : theirs->n;
      merge_part (self, NULL, &m, &t);
      if (i < mine->n)
        add_line (self, mine->lines[i]);
      m.first = m.end + 1;
      t.first = t.end + 1;
    }
}

/**
 * pz_text_merge:
 * @base: (nullable): what both texts were made from; %NULL when nobody knows: then what only one of them has stays
 * @mine: (nullable): one text
 * @theirs: (nullable): the other
 * @marks: what to write where both say something else at one place
 * @n_conflicts: (out): at how many places they do
 *
 * Merges line by line. What nobody changed stays, what one of them changed is taken over, and where both changed the same
 * lines both stand between the marks. A proposal: somebody has to look at it.
 *
 * Returns: (transfer full): the merged text
 */
char *
pz_text_merge (const char             *base,
               const char             *mine,
               const char             *theirs,
               const PzTextMergeMarks *marks,
               guint                  *n_conflicts)
{
  Output output = { g_string_new (NULL), FALSE, marks, 0 };
  Lines b, m, t;

  g_return_val_if_fail (marks != NULL && n_conflicts != NULL, NULL);

  lines_init (&b, base);
  lines_init (&m, mine);
  lines_init (&t, theirs);
  if (base != NULL)
    merge_three (&output, &b, &m, &t);
  else
    merge_two (&output, &m, &t);
  lines_clear (&b);
  lines_clear (&m);
  lines_clear (&t);
  *n_conflicts = output.n_conflicts;
  return g_string_free (output.out, FALSE);
}

/**
 * pz_text_merge_distance:
 * @a: (nullable): a text
 * @b: (nullable): another one
 *
 * Returns: how many lines only one of them has
 */
guint
pz_text_merge_distance (const char *a,
                        const char *b)
{
  g_autofree guint *matches = NULL;
  guint n_common = 0, distance;
  Lines x, y;

  lines_init (&x, a);
  lines_init (&y, b);
  matches = match_lines (&x, &y);
  for (guint i = 0; i < x.n; i++)
    n_common += matches[i] != NO_LINE;
  distance = x.n + y.n - 2 * n_common;
  lines_clear (&x);
  lines_clear (&y);
  return distance;
}
