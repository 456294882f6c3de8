/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-import-rows.h"

#include "pz-import-framework-rows.h"
#include "pz-import-words.h"

#include <glib/gi18n-lib.h>

static void
take (GPtrArray   *rows,
      PzImportRow *row,
      guint        place)
{
  pz_import_row_set_place (row, place);
  g_ptr_array_add (rows, row);
}

/* the rows from start on are one card */
static void
round_off (GPtrArray *rows,
           guint      start)
{
  PzImportRow *row;

  if (start >= rows->len)
    return;
  row = g_ptr_array_index (rows, start);
  pz_import_row_set_place (row, pz_import_row_get_place (row) | PZ_IMPORT_PLACE_FIRST);
  row = g_ptr_array_index (rows, rows->len - 1);
  pz_import_row_set_place (row, pz_import_row_get_place (row) | PZ_IMPORT_PLACE_LAST);
}

/* ---- what is odd ---- */

static gboolean
is_alike (const PzRosterMessage *a,
          const PzRosterMessage *b)
{
  return a->code == b->code && g_strcmp0 (a->file, b->file) == 0;
}

static PzImportRow *
make_message (const PzRosterMessage *message,
              const char            *title)
{
  g_autofree char *place = pz_import_words_place (message);
  PzImportRow *row = pz_import_row_new (PZ_IMPORT_ROW_MESSAGE, title != NULL ? title : message->text,
                                        title != NULL ? NULL : place);

  return row;
}

static void
colour (PzImportRow      *row,
        PzRosterSeverity  severity)
{
  if (severity == PZ_ROSTER_INFO)
    pz_import_row_set_icon (row, "dialog-information-symbolic", "pz-dim");
  else
    pz_import_row_set_icon (row, severity == PZ_ROSTER_ERROR ? "dialog-error-symbolic" : "dialog-warning-symbolic",
                            "pz-warning");
}

/* one row for one message; a group for several of one kind in one file */
static PzImportRow *
make_message_group (const PzRosterMessages *messages,
                    guint                   first)
{
  const PzRosterMessage *head = pz_roster_messages_get (messages, first);
  g_autoptr(GPtrArray) alike = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *subtitle = NULL;
  PzImportRow *row;
  guint n = 0;

  for (guint i = first; i < pz_roster_messages_get_n (messages); i++)
    {
      const PzRosterMessage *message = pz_roster_messages_get (messages, i);
      g_autofree char *place = is_alike (message, head) ? pz_import_words_place (message) : NULL;

      if (!is_alike (message, head))
        continue;
      n += 1 + message->more;
      g_ptr_array_add (alike, make_message (message, place != NULL ? place : message->text));
    }
  if (alike->len == 1)
    row = make_message (head, NULL);
  else
    {
      g_autofree char *rows = g_strdup_printf (ngettext ("%u row", "%u rows", n), n);

      /* Translators: the name of a file, and a number of rows */
      subtitle = head->file != NULL ? g_strdup_printf (_("%1$s · %2$s"), head->file, rows) : g_strdup (rows);
      row = pz_import_row_new_group (head->text, subtitle, g_steal_pointer (&alike));
    }
  colour (row, head->severity);
  return row;
}

static gboolean
was_grouped (const PzRosterMessages *messages,
             guint                   index)
{
  const PzRosterMessage *message = pz_roster_messages_get (messages, index);

  for (guint i = 0; i < index; i++)
    if (is_alike (pz_roster_messages_get (messages, i), message))
      return TRUE;
  return FALSE;
}

static void
add_messages (GPtrArray              *rows,
              const PzRosterMessages *messages,
              PzRosterSeverity        severity)
{
  for (guint i = 0; i < pz_roster_messages_get_n (messages); i++)
    if (pz_roster_messages_get (messages, i)->severity == severity && !was_grouped (messages, i))
      take (rows, make_message_group (messages, i), PZ_IMPORT_PLACE_IN);
}

static void
add_needs_look (GPtrArray              *rows,
                const PzRosterMessages *messages)
{
  guint n = pz_roster_messages_count (messages, PZ_ROSTER_WARNING) + pz_roster_messages_count (messages, PZ_ROSTER_ERROR);
  guint start;

  if (n == 0)
    return;
  take (rows, pz_import_row_new (PZ_IMPORT_ROW_HEADING, _("Before it is kept"), NULL), PZ_IMPORT_PLACE_NONE);
  start = rows->len;
  add_messages (rows, messages, PZ_ROSTER_ERROR);
  add_messages (rows, messages, PZ_ROSTER_WARNING);
  round_off (rows, start);
}

static void
add_notes (GPtrArray              *rows,
           const PzRosterMessages *messages)
{
  guint n = pz_roster_messages_count (messages, PZ_ROSTER_INFO);
  g_autoptr(GPtrArray) notes = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *title = NULL;
  PzImportRow *group;

  if (n == 0)
    return;
  for (guint i = 0; i < pz_roster_messages_get_n (messages); i++)
    {
      const PzRosterMessage *message = pz_roster_messages_get (messages, i);
      PzImportRow *row;

      if (message->severity != PZ_ROSTER_INFO)
        continue;
      row = make_message (message, NULL);
      colour (row, PZ_ROSTER_INFO);
      g_ptr_array_add (notes, row);
    }
  title = g_strdup_printf (ngettext ("%u note about the file", "%u notes about the file", n), n);
  take (rows, pz_import_row_new (PZ_IMPORT_ROW_HEADING, _("How the file was read"), NULL), PZ_IMPORT_PLACE_NONE);
  group = pz_import_row_new_group (title, _("Nothing to do"), g_steal_pointer (&notes));
  colour (group, PZ_ROSTER_INFO);
  take (rows, group, PZ_IMPORT_PLACE_IN | PZ_IMPORT_PLACE_FIRST | PZ_IMPORT_PLACE_LAST);
}

/* ---- a class ---- */

static void
add_learners (GPtrArray    *rows,
              PzImportPlan *plan,
              PzImportKind  kind,
              gboolean      with_line)
{
  for (guint i = 0; i < pz_import_plan_get_n_items (plan); i++)
    {
      PzImportItem *item = pz_import_plan_get_item (plan, i);

      if (item->kind == kind)
        take (rows, pz_import_row_new_learner (item, with_line), PZ_IMPORT_PLACE_IN);
    }
}

/* who stays as they are need no attention: one row for all of them */
static void
add_unchanged (GPtrArray    *rows,
               PzImportPlan *plan)
{
  guint n = pz_import_plan_count (plan, PZ_IMPORT_SAME);
  g_autofree char *title = NULL;
  PzImportRow *group;
  GPtrArray *children;

  if (n == 0)
    return;
  children = g_ptr_array_new_with_free_func (g_object_unref);
  add_learners (children, plan, PZ_IMPORT_SAME, FALSE);
  title = g_strdup_printf (ngettext ("%u learner stays as it is", "%u learners stay as they are", n), n);
  group = pz_import_row_new_group (title, _("No questions"), children);
  pz_import_row_set_icon (group, "object-select-symbolic", "pz-good");
  take (rows, group, PZ_IMPORT_PLACE_IN);
}

static void
add_class (GPtrArray    *rows,
           PzImportPlan *plan,
           gboolean      with_line)
{
  const char *name = pz_import_plan_get_class_name (plan);
  gboolean is_new = pz_import_plan_get_classroom (plan) == NULL;
  guint start;

  take (rows, pz_import_row_new (PZ_IMPORT_ROW_HEADING, name,
                                 is_new ? _("A new class") : _("A class you have already")),
        PZ_IMPORT_PLACE_NONE);
  start = rows->len;
  add_learners (rows, plan, PZ_IMPORT_GONE, FALSE);
  add_learners (rows, plan, PZ_IMPORT_CHANGED, with_line);
  add_learners (rows, plan, PZ_IMPORT_BACK, with_line);
  add_learners (rows, plan, PZ_IMPORT_DELETED, with_line);
  add_learners (rows, plan, PZ_IMPORT_NEW, with_line);
  add_unchanged (rows, plan);
  if (start == rows->len)
    take (rows, pz_import_row_new (PZ_IMPORT_ROW_MESSAGE, _("The roster has no learners in this class"), NULL),
          PZ_IMPORT_PLACE_IN);
  round_off (rows, start);
}

static void
add_end (GPtrArray       *rows,
         PzImportSession *session)
{
  const char *text = pz_import_session_get_n_plans (session) > 1
                         ? _("All or nothing: each class is imported as one step, and one Undo takes it back.")
                         : _("All or nothing: the import happens as one step, and one Undo takes it back.");
  PzImportRow *row = pz_import_row_new (PZ_IMPORT_ROW_NOTE, text, NULL);

  pz_import_row_set_icon (row, "edit-undo-symbolic", "pz-dim");
  take (rows, row, PZ_IMPORT_PLACE_NONE);
}

static GListStore *
make_store (GPtrArray *rows)
{
  GListStore *store = g_list_store_new (PZ_TYPE_IMPORT_ROW);

  g_list_store_splice (store, 0, 0, rows->pdata, rows->len);
  return store;
}

/* one card, as each class has one */
static GListStore *
make_framework (PzImportSession *session)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  const PzRosterMessages *messages = pz_import_session_get_messages (session);
  g_autoptr(GPtrArray) card = pz_import_framework_rows_new (session);

  add_needs_look (rows, messages);
  for (guint i = 0; i < card->len; i++)
    take (rows, g_object_ref (g_ptr_array_index (card, i)), i == 0 ? PZ_IMPORT_PLACE_NONE : PZ_IMPORT_PLACE_IN);
  round_off (rows, rows->len - card->len + 1);
  add_notes (rows, messages);
  add_end (rows, session);
  return make_store (rows);
}

/**
 * pz_import_rows_new:
 * @session: an import with a preview; the rows borrow from its plans
 *
 * Returns: (transfer full): the rows, of PzImportRow
 */
GListStore *
pz_import_rows_new (PzImportSession *session)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  const PzRosterMessages *messages;

  g_return_val_if_fail (PZ_IS_IMPORT_SESSION (session), NULL);

  if (pz_import_session_get_framework (session) != NULL)
    return make_framework (session);
  messages = pz_import_session_get_messages (session);
  add_needs_look (rows, messages);
  for (guint i = 0; i < pz_import_session_get_n_plans (session); i++)
    add_class (rows, pz_import_session_get_plan (session, i), pz_import_session_get_table (session) != NULL);
  add_notes (rows, messages);
  add_end (rows, session);
  return make_store (rows);
}

static void
add_place (PzImportRow *row,
           guint        added,
           guint        removed)
{
  pz_import_row_set_place (row, (pz_import_row_get_place (row) & ~removed) | added);
}

/**
 * pz_import_rows_toggle:
 * @rows: of pz_import_rows_new()
 * @group: a group in it
 *
 * Shows the rows of the group below it, or takes them out again.
 */
void
pz_import_rows_toggle (GListStore  *rows,
                       PzImportRow *group)
{
  GPtrArray *children;
  PzImportRow *last;
  guint position;

  g_return_if_fail (G_IS_LIST_STORE (rows) && PZ_IS_IMPORT_ROW (group));

  children = pz_import_row_get_children (group);
  if (children == NULL || children->len == 0 || !g_list_store_find (rows, group, &position))
    return;
  last = g_ptr_array_index (children, children->len - 1);
  if (pz_import_row_get_expanded (group))
    {
      g_list_store_splice (rows, position + 1, children->len, NULL, 0);
      add_place (group, pz_import_row_get_place (last) & PZ_IMPORT_PLACE_LAST, 0);
      pz_import_row_set_expanded (group, FALSE);
      return;
    }
  for (guint i = 0; i < children->len; i++)
    pz_import_row_set_place (g_ptr_array_index (children, i), PZ_IMPORT_PLACE_IN);
  add_place (last, pz_import_row_get_place (group) & PZ_IMPORT_PLACE_LAST, 0);
  add_place (group, 0, PZ_IMPORT_PLACE_LAST);
  g_list_store_splice (rows, position + 1, 0, children->pdata, children->len);
  pz_import_row_set_expanded (group, TRUE);
}
