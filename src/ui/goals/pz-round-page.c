/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-round-page-private.h"

#include "pz-columns-layout.h"
#include "pz-compat.h"
#include "pz-date.h"
#include "pz-goal-reading.h"
#include "pz-key-hints.h"
#include "pz-status.h"
#include "pz-view.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define COLUMN_WIDTH 400 /* px: a name, a picture and two numbers find room */
#define COLUMN_SPACING 18

static void pz_round_page_view_init (PzViewInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PzRoundPage, pz_round_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (PZ_TYPE_VIEW, pz_round_page_view_init))

static guint done_signal;

/**
 * pz_round_page_show_counts:
 * @self: the page
 *
 * Shows how far the Round is.
 */
void
pz_round_page_show_counts (PzRoundPage *self)
{
  PzRoundCounts counts = { 0 };
  g_autofree char *measured = NULL, *absent = NULL, *to_go = NULL, *words = NULL;

  if (self->rows == NULL)
    return;
  pz_round_count (self->rows, &counts);
  measured = g_strdup_printf (ngettext ("%u measured", "%u measured", counts.n_measured), counts.n_measured);
  absent = g_strdup_printf (ngettext ("%u absent", "%u absent", counts.n_absent), counts.n_absent);
  to_go = g_strdup_printf (ngettext ("%u to go", "%u to go", counts.n_to_go), counts.n_to_go);
  words = counts.n_absent > 0 ? g_strdup_printf ("%s · %s · %s", measured, absent, to_go)
                              : g_strdup_printf ("%s · %s", measured, to_go);
  gtk_label_set_label (GTK_LABEL (self->counts), words);
  gtk_widget_set_tooltip_text (self->counts, words);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress),
                                 self->rows->len > 0 ? 1 - (double) counts.n_to_go / self->rows->len : 0);
}

/* ---- showing ---- */

static PzRoundLine *
make_line (PzRoundPage *self,
           PzRoundRow  *row)
{
  PzIndex *index = pz_classroom_get_index (self->classroom);
  g_autoptr(PzLearnerRow) learner = NULL;
  PzRecord *measure = pz_document_find (pz_classroom_get_document (self->classroom), self->measure);
  PzDocument *document;
  GtkWidget *line;
  guint position;

  if (!pz_index_find (index, row->progress->source->learner, &position))
    return NULL;
  learner = g_list_model_get_item (G_LIST_MODEL (index), position);
  document = g_hash_table_lookup (self->documents, row->progress->source->learner);
  if (document != NULL)
    pz_round_row_update (row, document, self->day); /* the file may not say it yet */
  line = pz_round_line_new (row, learner, measure);
  pz_round_page_connect (self, PZ_ROUND_LINE (line));
  pz_round_line_set_narrow (PZ_ROUND_LINE (line), self->narrow);
  gtk_widget_set_sensitive (pz_round_line_get_field (PZ_ROUND_LINE (line)),
                            !pz_classroom_is_read_only (self->classroom));
  return PZ_ROUND_LINE (line);
}

static void
clear_list (GtkWidget *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (list), row);
}

static void
clear (PzRoundPage *self)
{
  g_clear_handle_id (&self->fill_source, g_source_remove);
  g_ptr_array_set_size (self->lines, 0);
  clear_list (self->first);
  clear_list (self->second);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
}

/* The first line without a value that is not away. */
static void
focus_first (PzRoundPage *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const PzRoundRow *row = g_ptr_array_index (self->rows, i);

      if (!row->is_absent && !row->is_measured && i < self->lines->len)
        {
          pz_round_page_focus_from (self, i);
          return;
        }
    }
  pz_round_page_focus_from (self, 0);
}

/* A few lines a turn: a line costs about a tenth of a frame. */
static gboolean
fill_cb (gpointer user_data)
{
  PzRoundPage *self = PZ_ROUND_PAGE (user_data);
  guint half = (self->rows->len + 1) / 2;
  gboolean first_turn = self->lines->len == 0;

  for (guint n = 0; n < ROUND_LINES_A_TURN && self->lines->len < self->rows->len; n++)
    {
      guint position = self->lines->len;
      PzRoundLine *line = make_line (self, g_ptr_array_index (self->rows, position));

      if (line == NULL)
        {
          g_ptr_array_remove_index (self->rows, position); /* went to the trash since */
          continue;
        }
      gtk_list_box_append (GTK_LIST_BOX (position < half ? self->first : self->second), GTK_WIDGET (line));
      g_ptr_array_add (self->lines, line);
    }
  gtk_widget_set_visible (self->second, self->rows->len > half);
  if (first_turn && self->rows->len > 0)
    focus_first (self);
  if (self->lines->len < self->rows->len)
    return G_SOURCE_CONTINUE;
  self->fill_source = 0;
  return G_SOURCE_REMOVE;
}

static void
show_page (PzRoundPage *self,
           const char  *name)
{
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), name);
}

static void
show_rows (PzRoundPage *self,
           GPtrArray   *progress)
{
  g_autoptr(GHashTable) names = pz_index_dup_names (pz_classroom_get_index (self->classroom));

  clear (self);
  self->rows = pz_round_list_rows (progress, self->measure, names, self->day);
  pz_round_page_show_counts (self);
  show_page (self, "lines");
  self->fill_source = g_idle_add (fill_cb, self);
  fill_cb (self);
}

static gboolean
has_measure (GPtrArray  *measures,
             const char *id)
{
  for (guint i = 0; id != NULL && i < measures->len; i++)
    if (g_strcmp0 (((PzRoundMeasure *) g_ptr_array_index (measures, i))->id, id) == 0)
      return TRUE;
  return FALSE;
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(PzRoundPage) self = PZ_ROUND_PAGE (user_data); /* the reference handed over */
  g_autoptr(GError) error = NULL;
  GPtrArray *progress = pz_goal_reading_finish (PZ_CLASSROOM (source), result, &error);
  g_autoptr(GPtrArray) measures = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (progress == NULL)
    {
      pz_status_show (ADW_STATUS_PAGE (self->empty), "dialog-warning-symbolic", _("The goals cannot be read"), error->message);
      show_page (self, "empty");
      return;
    }
  measures = pz_round_list_measures (progress);
  if (measures->len == 0)
    {
      g_ptr_array_unref (progress);
      pz_status_show (ADW_STATUS_PAGE (self->empty), "emoji-flags-symbolic", _("Nothing to measure yet"),
                      _("A Round asks for one number of each learner. It needs goals that are worked on and have a measure."));
      show_page (self, "empty");
      return;
    }
  pz_round_page_offer_measures (self, measures);
  if (!has_measure (measures, self->measure))
    {
      g_free (self->measure);
      self->measure = g_strdup (((PzRoundMeasure *) g_ptr_array_index (measures, 0))->id);
    }
  pz_round_page_show_choices (self);
  show_rows (self, progress);
}

/**
 * pz_round_page_read:
 * @self: the page
 *
 * Reads the goals again and shows the Round from its beginning.
 */
void
pz_round_page_read (PzRoundPage *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  if (self->classroom == NULL)
    return;
  self->reading = g_cancellable_new ();
  pz_goal_reading_async (self->classroom, self->reading, read_cb, g_object_ref (self));
}

/* ---- the view ---- */

static void
let_class_go (PzRoundPage *self)
{
  if (self->classroom == NULL)
    return;
  g_cancellable_cancel (self->reading);
  pz_classroom_join_steps (self->classroom, NULL);
  clear (self);
  g_hash_table_remove_all (self->documents);
  g_clear_object (&self->classroom);
}

static void
done (PzRoundPage *self)
{
  pz_view_commit (PZ_VIEW (self));
  g_signal_emit (self, done_signal, 0);
}

static void
done_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  done (PZ_ROUND_PAGE (widget));
}

static void
view_set_class (PzView        *view,
                PzClassroom   *classroom,
                PzLearnerList *list)
{
  PzRoundPage *self = PZ_ROUND_PAGE (view);

  if (classroom != self->classroom)
    {
      let_class_go (self);
      g_signal_emit (self, done_signal, 0);
    }
}

static void
view_set_leading (PzView   *view,
                  gboolean  leading)
{
  PzRoundPage *self = PZ_ROUND_PAGE (view);

  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (self->header), leading);
  self->narrow = leading;
  gtk_widget_set_visible (self->progress, !leading);
  for (guint i = 0; i < self->lines->len; i++)
    pz_round_line_set_narrow (g_ptr_array_index (self->lines, i), leading);
}

static gboolean
view_go_back (PzView *view)
{
  done (PZ_ROUND_PAGE (view));
  return TRUE;
}

static void
view_start_search (PzView *view)
{
}

static gboolean
view_move_focus (PzView   *view,
                 gboolean  forward)
{
  PzRoundPage *self = PZ_ROUND_PAGE (view);

  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL || self->lines->len == 0)
    return FALSE;
  focus_first (self);
  return TRUE;
}

/* what is typed in the line with the focus */
static void
view_commit (PzView *view)
{
  PzRoundPage *self = PZ_ROUND_PAGE (view);

  for (guint i = 0; i < self->lines->len; i++)
    pz_round_line_commit (g_ptr_array_index (self->lines, i));
}

static void
pz_round_page_view_init (PzViewInterface *iface)
{
  iface->set_class = view_set_class;
  iface->set_leading = view_set_leading;
  iface->go_back = view_go_back;
  iface->start_search = view_start_search;
  iface->move_focus = view_move_focus;
  iface->commit = view_commit;
}

static void
pz_round_page_dispose (GObject *object)
{
  PzRoundPage *self = PZ_ROUND_PAGE (object);

  let_class_go (self);
  g_clear_object (&self->reading);
  G_OBJECT_CLASS (pz_round_page_parent_class)->dispose (object);
}

static void
pz_round_page_finalize (GObject *object)
{
  PzRoundPage *self = PZ_ROUND_PAGE (object);

  g_ptr_array_unref (self->lines);
  g_ptr_array_unref (self->measures);
  g_hash_table_unref (self->documents);
  g_free (self->measure);
  g_free (self->date);
  G_OBJECT_CLASS (pz_round_page_parent_class)->finalize (object);
}

static void
pz_round_page_class_init (PzRoundPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pz_round_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = pz_round_page_finalize;
  /**
   * PzRoundPage::done:
   *
   * The Round is over.
   */
  done_signal = g_signal_new ("done", PZ_TYPE_ROUND_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Personalize/pz-round-page.ui");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_bind_template_child (widget_class, PzRoundPage, header);
  gtk_widget_class_bind_template_child (widget_class, PzRoundPage, title);
  gtk_widget_class_bind_template_child (widget_class, PzRoundPage, done_button);
  gtk_widget_class_bind_template_child (widget_class, PzRoundPage, choices);
  gtk_widget_class_bind_template_child (widget_class, PzRoundPage, measure_button);
  gtk_widget_class_bind_template_child (widget_class, PzRoundPage, measure_label);
  gtk_widget_class_bind_template_child (widget_class, PzRoundPage, day_button);
  gtk_widget_class_bind_template_child (widget_class, PzRoundPage, day_label);
  gtk_widget_class_bind_template_child (widget_class, PzRoundPage, help_button);
  gtk_widget_class_bind_template_child (widget_class, PzRoundPage, help_label);
  gtk_widget_class_bind_template_child (widget_class, PzRoundPage, counts);
  gtk_widget_class_bind_template_child (widget_class, PzRoundPage, progress);
  gtk_widget_class_bind_template_child (widget_class, PzRoundPage, stack);
  gtk_widget_class_bind_template_child (widget_class, PzRoundPage, empty);
  gtk_widget_class_bind_template_child (widget_class, PzRoundPage, columns);
  gtk_widget_class_bind_template_child (widget_class, PzRoundPage, first);
  gtk_widget_class_bind_template_child (widget_class, PzRoundPage, second);
  gtk_widget_class_bind_template_child (widget_class, PzRoundPage, keys);
  gtk_widget_class_install_action (widget_class, "round.done", NULL, done_cb);
}

static void
add_keys (GtkWidget *box)
{
  pz_key_hints_init (box);
  pz_key_hints_add (box, C_("key", "Enter"), C_("round", "next learner"));
  pz_key_hints_add (box, C_("key", "A"), C_("round", "absent"));
  pz_key_hints_add (box, C_("key", "N"), C_("round", "add a note"));
  pz_key_hints_add (box, C_("key", "Ctrl Z"), C_("round", "undo the Round"));
}

static void
pz_round_page_init (PzRoundPage *self)
{
  self->lines = g_ptr_array_new ();
  self->measures = g_ptr_array_new_with_free_func (g_object_unref);
  self->documents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->columns, pz_columns_layout_new (COLUMN_SPACING, COLUMN_WIDTH, 2));
  pz_status_init (ADW_STATUS_PAGE (self->empty));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, C_("round", "Round"), -1);
  add_keys (self->keys);
}

/**
 * pz_round_page_new:
 * @classroom: the class
 * @measure: (nullable): id of a measure; %NULL: the one most goals have
 *
 * What is typed is one step to undo, as long as nothing else is done.
 *
 * Returns: (transfer floating): a Round of today
 */
GtkWidget *
pz_round_page_new (PzClassroom *classroom,
                   const char  *measure)
{
  PzRoundPage *self;
  GDate today;

  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom), NULL);

  self = g_object_new (PZ_TYPE_ROUND_PAGE, NULL);
  self->classroom = g_object_ref (classroom);
  self->measure = g_strdup (measure);
  pz_environment_get_today (pz_classroom_get_environment (classroom), &today);
  adw_window_title_set_subtitle (ADW_WINDOW_TITLE (self->title), pz_classroom_get_name (classroom));
  pz_round_page_set_day (self, g_date_get_julian (&today));
  pz_round_page_add_choices (self);
  pz_classroom_join_steps (classroom, C_("undo", "Round"));
  pz_round_page_read (self);
  return GTK_WIDGET (self);
}

/**
 * pz_round_page_get_n_lines:
 * @self: the page
 *
 * Returns: how many lines are shown
 */
guint
pz_round_page_get_n_lines (PzRoundPage *self)
{
  g_return_val_if_fail (PZ_IS_ROUND_PAGE (self), 0);
  return self->lines->len;
}

/**
 * pz_round_page_get_line:
 * @self: the page
 * @position: below pz_round_page_get_n_lines()
 *
 * Returns: (transfer none): the line
 */
PzRoundLine *
pz_round_page_get_line (PzRoundPage *self,
                        guint        position)
{
  g_return_val_if_fail (PZ_IS_ROUND_PAGE (self) && position < self->lines->len, NULL);
  return g_ptr_array_index (self->lines, position);
}
