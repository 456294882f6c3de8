/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-attention-window.h"

#include "pz-attention-rows.h"
#include "pz-attention-strip.h"
#include "pz-attention-table.h"
#include "pz-attention-words.h"
#include "pz-classroom-attention.h"
#include "pz-compat.h"
#include "pz-flow-layout.h"
#include "pz-status.h"
#include "pz-week.h"

#include <glib/gi18n-lib.h>

/* Without a rhythm of its own, a class is asked about two school weeks. */
#define USUAL_LIMIT 10
/* How long to wait for more changes of the class before its files are read again. */
#define QUIET_MS 200

struct _PzAttentionWindow
{
  AdwWindow parent_instance;

  PzClassroom *classroom;
  GCancellable *cancellable;
  GPtrArray *sources; /* PzAttentionSource; NULL before the files were read */
  GListStore *rows;   /* PzAttentionRow, those with the least attention first */
  guint reload_source;
  guint update_source;

  GtkWidget *stack;   /* wait, nobody, none, error, figures */
  GtkWidget *nobody;
  GtkWidget *none;
  GtkWidget *error;
  GtkWidget *sentence;
  GtkWidget *names;
  GtkWidget *controls;
  GtkWidget *quantity;
  GtkWidget *period;
  GtkWidget *as_table;
  GtkWidget *note;
  GtkWidget *views;   /* strip, table */
  GtkWidget *strip;
  GtkWidget *more;
  GtkWidget *table;
};

G_DEFINE_FINAL_TYPE (PzAttentionWindow, pz_attention_window, ADW_TYPE_WINDOW)

enum
{
  OPEN_LEARNER,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static PzRecord *
get_class_record (PzAttentionWindow *self)
{
  return pz_document_get_owner (pz_classroom_get_document (self->classroom));
}

static guint
get_limit (PzAttentionWindow *self)
{
  double every = pz_record_get_number (get_class_record (self), PZ_CLASSROOM_CHECK_IN_EVERY);

  return every > 0 ? (guint) every : USUAL_LIMIT;
}

static PzAttentionQuantity
get_quantity (PzAttentionWindow *self)
{
  return gtk_drop_down_get_selected (GTK_DROP_DOWN (self->quantity)) == PZ_ATTENTION_MINUTES ? PZ_ATTENTION_MINUTES
                                                                                             : PZ_ATTENTION_DAYS;
}

static PzDaySpan
get_period (PzAttentionWindow *self,
            const GDate       *today)
{
  guint chosen = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->period));

  return pz_period_to_days (chosen < PZ_N_PERIODS ? (PzPeriod) chosen : PZ_PERIOD_ALL, today, pz_week_get_first_day (),
                            pz_record_get_text (get_class_record (self), PZ_CLASSROOM_TERM_START));
}

/* ---- from the files to the rows ---- */

static void
show_more (PzAttentionWindow *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->more, n > PZ_ATTENTION_STRIP_MAX);
  if (n <= PZ_ATTENTION_STRIP_MAX)
    return;
  n -= PZ_ATTENTION_STRIP_MAX;
  /* Translators: %u is a number of learners that have no room in the picture */
  text = g_strdup_printf (ngettext ("%u more in the table", "%u more in the table", n), n);
  gtk_button_set_label (GTK_BUTTON (self->more), text);
}

static void
set_text (GtkWidget *label,
          char      *text)
{
  g_autofree char *owned = text;

  gtk_label_set_label (GTK_LABEL (label), owned != NULL ? owned : "");
  gtk_widget_set_visible (label, owned != NULL);
}

static void
show_figures (PzAttentionWindow *self,
              GArray            *facts,
              const PzDaySpan   *period)
{
  PzAttentionQuantity quantity = get_quantity (self);
  guint limit = get_limit (self);
  PzAttentionSummary summary;

  pz_attention_sort (facts, quantity);
  pz_attention_summarise (facts, quantity, limit, &summary);
  pz_attention_fill (self->rows, self->sources, facts, pz_classroom_get_index (self->classroom));
  set_text (self->sentence, pz_attention_words_summary (&summary, quantity, limit));
  set_text (self->names, pz_attention_words_names (G_LIST_MODEL (self->rows), quantity));
  set_text (self->note, pz_attention_words_note (quantity, period, limit));
  gtk_widget_set_visible (self->period, quantity == PZ_ATTENTION_MINUTES);
  pz_attention_strip_show (PZ_ATTENTION_STRIP (self->strip), G_LIST_MODEL (self->rows), quantity, summary.greatest,
                           quantity == PZ_ATTENTION_DAYS ? limit : 0);
  show_more (self);
}

static void
update (PzAttentionWindow *self)
{
  g_autoptr(PzSchoolDays) school_days = NULL;
  g_autoptr(GArray) facts = NULL;
  PzDaySpan period;
  GDate today;

  if (self->sources == NULL)
    return;
  if (!pz_attention_has_contacts (self->sources))
    {
      gtk_stack_set_visible_child_name (GTK_STACK (self->stack), self->sources->len == 0 ? "nobody" : "none");
      return;
    }
  pz_environment_get_today (pz_classroom_get_environment (self->classroom), &today);
  period = get_period (self, &today);
  school_days = pz_school_days_new (get_class_record (self));
  facts = pz_attention_measure (self->sources, school_days, &today, &period);
  show_figures (self, facts, &period);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "figures");
}

static gboolean
update_cb (gpointer user_data)
{
  PzAttentionWindow *self = PZ_ATTENTION_WINDOW (user_data);

  self->update_source = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

static void
collected_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(PzAttentionWindow) self = PZ_ATTENTION_WINDOW (user_data); /* the reference handed over */
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) sources = pz_classroom_collect_attention_finish (PZ_CLASSROOM (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->classroom == NULL)
    return;
  if (sources == NULL)
    {
      pz_status_show (ADW_STATUS_PAGE (self->error), "dialog-warning-symbolic", NULL, error->message);
      gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "error");
      return;
    }
  pz_attention_sort_by_name (sources, pz_classroom_get_index (self->classroom));
  g_clear_pointer (&self->sources, g_ptr_array_unref);
  self->sources = g_steal_pointer (&sources);
  /* a frame may come between: with a school, both together would be felt */
  if (self->update_source == 0)
    self->update_source = g_idle_add (update_cb, self);
}

static gboolean
reload_cb (gpointer user_data)
{
  PzAttentionWindow *self = PZ_ATTENTION_WINDOW (user_data);

  self->reload_source = 0;
  pz_classroom_collect_attention_async (self->classroom, self->cancellable, collected_cb, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
class_changed_cb (PzAttentionWindow *self)
{
  if (self->reload_source == 0)
    self->reload_source = g_timeout_add (QUIET_MS, reload_cb, self);
}

/* ---- what the reader does ---- */

static void
name_items (GtkWidget  *widget,
            const char *name)
{
  if (g_strcmp0 (G_OBJECT_TYPE_NAME (widget), "GtkListItemWidget") == 0)
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    name_items (child, name);
}

/* The button inside and the choice it shows have no names of their own before GTK 4.12. */
static void
name_drop_down (GtkWidget  *drop_down,
                const char *name)
{
  GtkWidget *button = gtk_widget_get_first_child (drop_down);
  GtkStringObject *chosen = gtk_drop_down_get_selected_item (GTK_DROP_DOWN (drop_down));

  if (button == NULL || chosen == NULL)
    return;
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  name_items (button, gtk_string_object_get_string (chosen));
}

static void
name_choices (PzAttentionWindow *self)
{
  name_drop_down (self->quantity, _("What to look at"));
  name_drop_down (self->period, _("Period"));
}

static void
choice_changed_cb (PzAttentionWindow *self)
{
  if (self->sources == NULL)
    return;
  name_choices (self);
  update (self);
  /* who hears the page learns what the choice changed */
  pz_announce (self->sentence, gtk_label_get_label (GTK_LABEL (self->sentence)));
}

static void
view_changed_cb (PzAttentionWindow *self)
{
  gboolean as_table = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->as_table));

  /* a view that nobody looks at would make its rows, too */
  pz_attention_table_show (GTK_COLUMN_VIEW (self->table), as_table ? G_LIST_MODEL (self->rows) : NULL);
  gtk_stack_set_visible_child_name (GTK_STACK (self->views), as_table ? "table" : "strip");
}

static void
more_clicked_cb (PzAttentionWindow *self)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->as_table), TRUE);
  gtk_widget_grab_focus (self->table);
}

static void
open_learner (const char *id,
              gpointer    user_data)
{
  PzAttentionWindow *self = PZ_ATTENTION_WINDOW (user_data);

  g_object_ref (self);
  g_signal_emit (self, signals[OPEN_LEARNER], 0, id);
  gtk_window_close (GTK_WINDOW (self));
  g_object_unref (self);
}

static void
strip_activated_cb (PzAttentionWindow *self,
                    const char        *id)
{
  open_learner (id, self);
}

static void
pz_attention_window_dispose (GObject *object)
{
  PzAttentionWindow *self = PZ_ATTENTION_WINDOW (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->reload_source, g_source_remove);
  g_clear_handle_id (&self->update_source, g_source_remove);
  g_clear_pointer (&self->sources, g_ptr_array_unref);
  g_clear_object (&self->rows);
  g_clear_object (&self->classroom);
  G_OBJECT_CLASS (pz_attention_window_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, PzAttentionWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, PzAttentionWindow, nobody);
  gtk_widget_class_bind_template_child (widget_class, PzAttentionWindow, none);
  gtk_widget_class_bind_template_child (widget_class, PzAttentionWindow, error);
  gtk_widget_class_bind_template_child (widget_class, PzAttentionWindow, sentence);
  gtk_widget_class_bind_template_child (widget_class, PzAttentionWindow, names);
  gtk_widget_class_bind_template_child (widget_class, PzAttentionWindow, quantity);
  gtk_widget_class_bind_template_child (widget_class, PzAttentionWindow, controls);
  gtk_widget_class_bind_template_child (widget_class, PzAttentionWindow, period);
  gtk_widget_class_bind_template_child (widget_class, PzAttentionWindow, as_table);
  gtk_widget_class_bind_template_child (widget_class, PzAttentionWindow, note);
  gtk_widget_class_bind_template_child (widget_class, PzAttentionWindow, views);
  gtk_widget_class_bind_template_child (widget_class, PzAttentionWindow, strip);
  gtk_widget_class_bind_template_child (widget_class, PzAttentionWindow, more);
  gtk_widget_class_bind_template_child (widget_class, PzAttentionWindow, table);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, strip_activated_cb);
}

static void
pz_attention_window_class_init (PzAttentionWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (PZ_TYPE_ATTENTION_STRIP);
  G_OBJECT_CLASS (klass)->dispose = pz_attention_window_dispose;
  signals[OPEN_LEARNER] = g_signal_new ("open-learner", PZ_TYPE_ATTENTION_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Personalize/pz-attention-window.ui");
  bind_children (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
pz_attention_window_init (PzAttentionWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  self->rows = g_list_store_new (PZ_TYPE_ATTENTION_ROW);
  gtk_widget_set_layout_manager (self->controls, pz_flow_layout_new (6));
  pz_status_init (ADW_STATUS_PAGE (self->nobody));
  pz_status_init (ADW_STATUS_PAGE (self->none));
  pz_status_init (ADW_STATUS_PAGE (self->error));
  name_choices (self);
  pz_attention_table_set_up (GTK_COLUMN_VIEW (self->table), open_learner, self);
}

/**
 * pz_attention_window_new:
 * @classroom: a class
 *
 * Returns: (transfer none): a window that reads the files of the class and follows its changes
 */
GtkWidget *
pz_attention_window_new (PzClassroom *classroom)
{
  PzAttentionWindow *self;

  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom), NULL);

  self = g_object_new (PZ_TYPE_ATTENTION_WINDOW, NULL);
  self->classroom = g_object_ref (classroom);
  g_signal_connect_object (pz_classroom_get_index (classroom), "items-changed", G_CALLBACK (class_changed_cb), self,
                           G_CONNECT_SWAPPED);
  reload_cb (self);
  return GTK_WIDGET (self);
}

/**
 * pz_attention_window_set_quantity:
 * @self: the window
 * @quantity: what to look at
 */
void
pz_attention_window_set_quantity (PzAttentionWindow   *self,
                                  PzAttentionQuantity  quantity)
{
  g_return_if_fail (PZ_IS_ATTENTION_WINDOW (self));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->quantity), quantity);
}

/**
 * pz_attention_window_set_period:
 * @self: the window
 * @period: what counts for minutes
 */
void
pz_attention_window_set_period (PzAttentionWindow *self,
                                PzPeriod           period)
{
  g_return_if_fail (PZ_IS_ATTENTION_WINDOW (self));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->period), period);
}

/**
 * pz_attention_window_is_ready:
 * @self: the window
 *
 * Returns: whether the files were read and nothing waits to be read or shown
 */
gboolean
pz_attention_window_is_ready (PzAttentionWindow *self)
{
  g_return_val_if_fail (PZ_IS_ATTENTION_WINDOW (self), FALSE);
  return self->sources != NULL && self->reload_source == 0 && self->update_source == 0;
}

/**
 * pz_attention_window_get_sentence:
 * @self: the window
 *
 * Returns: what it says of the class; "" when there are no figures
 */
const char *
pz_attention_window_get_sentence (PzAttentionWindow *self)
{
  g_return_val_if_fail (PZ_IS_ATTENTION_WINDOW (self), NULL);
  return gtk_label_get_label (GTK_LABEL (self->sentence));
}
