/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-quick-row.h"

#include "pz-avatar.h"
#include "pz-date.h"
#include "pz-flow-layout.h"
#include "pz-privacy.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* px */
#define PARTS_SPACING 6
#define AVATAR_SIZE 24

struct _PzQuickRow
{
  GtkListBoxRow parent_instance;

  GtkWidget *avatar;

  GtkWidget *full;
  GtkWidget *avatar_place;
  GtkWidget *parts;
  GtkWidget *who;
  GtkWidget *first_step;
  GtkWidget *what;
  GtkWidget *second_step;
  GtkWidget *value;
  GtkWidget *last;
  GtkWidget *last_date;
  GtkWidget *note_box;
  GtkWidget *note;
  GtkWidget *problem;
  GtkWidget *short_box;
  GtkWidget *icon;
  GtkWidget *line;
  GtkWidget *hint;
  GtkWidget *key;
};

G_DEFINE_FINAL_TYPE (PzQuickRow, pz_quick_row, GTK_TYPE_LIST_BOX_ROW)

static void
set_label (GtkWidget  *label,
           const char *text)
{
  gtk_label_set_label (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL && *text != '\0');
}

static char *
dup_day (const char *text)
{
  GDate day;
  char words[64];

  if (!pz_date_parse (text, &day))
    return NULL;
  /* xgettext:no-c-format
   * Translators: a day of this year as strftime() writes it, short: 16 Nov */
  return g_date_strftime (words, sizeof words, C_ ("day", "%e %b"), &day) > 0 ? g_strstrip (g_strdup (words)) : NULL;
}

static void
show_last (PzQuickRow           *self,
           const PzQuickReading *reading)
{
  const PzQuickGoal *goal = reading->goal;
  g_autofree char *value = NULL, *last = NULL, *day = NULL;

  if (goal != NULL && !isnan (goal->last_value))
    {
      value = isnan (goal->last_out_of) ? g_strdup_printf ("%.12g", goal->last_value)
                                        : pz_quick_goal_dup_value (goal, goal->last_value, goal->last_out_of);
      /* Translators: %s is the value that was measured last */
      last = g_strdup_printf (C_ ("quick entry", "last %s"), value);
      day = dup_day (goal->last_date);
    }
  set_label (self->last, last);
  set_label (self->last_date, day);
}

static void
show_full (PzQuickRow           *self,
           const PzQuickReading *reading,
           const char           *who)
{
  g_autofree char *what = pz_quick_reading_dup_what (reading);
  g_autofree char *value = pz_quick_reading_dup_value (reading);
  g_autofree char *note = pz_quick_reading_dup_note (reading);
  g_autofree char *problem = pz_quick_reading_dup_problem (reading);

  gboolean hidden = pz_privacy_is_hidden ();

  pz_avatar_set_person (PZ_AVATAR (self->avatar), reading->learner->id, hidden ? NULL : reading->learner->given_name,
                        hidden ? NULL : reading->learner->family_name);
  set_label (self->who, who);
  set_label (self->what, what);
  set_label (self->value, value);
  gtk_widget_set_visible (self->first_step, *what != '\0');
  gtk_widget_set_visible (self->second_step, *value != '\0');
  gtk_label_set_label (GTK_LABEL (self->note), hidden ? "" : note);
  gtk_widget_set_visible (self->note_box, *note != '\0' && !hidden);
  set_label (self->problem, problem);
  gtk_widget_remove_css_class (self->problem, reading->state == PZ_QUICK_REFUSED ? "pz-dim" : "pz-warning");
  gtk_widget_add_css_class (self->problem, reading->state == PZ_QUICK_REFUSED ? "pz-warning" : "pz-dim");
  show_last (self, reading);
}

static const char *
get_icon (PzQuickWhat what)
{
  switch (what)
    {
    case PZ_QUICK_MEASUREMENT:
      return "emoji-flags-symbolic";
    case PZ_QUICK_CHECK_IN:
      return "chat-message-new-symbolic";
    case PZ_QUICK_ABSENCE:
      return "x-office-calendar-symbolic";
    case PZ_QUICK_PERSON:
    default:
      return "avatar-default-symbolic";
    }
}

static void
show_short (PzQuickRow           *self,
            const PzQuickReading *reading,
            const char           *line,
            guint                 position)
{
  g_autofree char *hint = reading->state == PZ_QUICK_READY ? NULL : pz_quick_reading_dup_hint (reading);
  /* Translators: a key to press: Alt and a digit */
  g_autofree char *key = g_strdup_printf (C_ ("key", "Alt %u"), position + 1);

  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), get_icon (reading->what));
  set_label (self->line, line);
  if (reading->state == PZ_QUICK_REFUSED)
    gtk_widget_add_css_class (self->line, "pz-dim");
  else
    gtk_widget_remove_css_class (self->line, "pz-dim");
  set_label (self->hint, hint);
  set_label (self->key, key);
}

static void
pz_quick_row_class_init (PzQuickRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Personalize/pz-quick-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PzQuickRow, full);
  gtk_widget_class_bind_template_child (widget_class, PzQuickRow, avatar_place);
  gtk_widget_class_bind_template_child (widget_class, PzQuickRow, parts);
  gtk_widget_class_bind_template_child (widget_class, PzQuickRow, who);
  gtk_widget_class_bind_template_child (widget_class, PzQuickRow, first_step);
  gtk_widget_class_bind_template_child (widget_class, PzQuickRow, what);
  gtk_widget_class_bind_template_child (widget_class, PzQuickRow, second_step);
  gtk_widget_class_bind_template_child (widget_class, PzQuickRow, value);
  gtk_widget_class_bind_template_child (widget_class, PzQuickRow, last);
  gtk_widget_class_bind_template_child (widget_class, PzQuickRow, last_date);
  gtk_widget_class_bind_template_child (widget_class, PzQuickRow, note_box);
  gtk_widget_class_bind_template_child (widget_class, PzQuickRow, note);
  gtk_widget_class_bind_template_child (widget_class, PzQuickRow, problem);
  gtk_widget_class_bind_template_child_full (widget_class, "short", FALSE, G_STRUCT_OFFSET (PzQuickRow, short_box));
  gtk_widget_class_bind_template_child (widget_class, PzQuickRow, icon);
  gtk_widget_class_bind_template_child (widget_class, PzQuickRow, line);
  gtk_widget_class_bind_template_child (widget_class, PzQuickRow, hint);
  gtk_widget_class_bind_template_child (widget_class, PzQuickRow, key);
}

static void
pz_quick_row_init (PzQuickRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->parts, pz_flow_layout_new (PARTS_SPACING));
  self->avatar = pz_avatar_new (AVATAR_SIZE);
  gtk_box_append (GTK_BOX (self->avatar_place), self->avatar);
}

/**
 * pz_quick_row_new:
 *
 * Returns: (transfer none): a row that shows nothing yet
 */
GtkWidget *
pz_quick_row_new (void)
{
  return g_object_new (PZ_TYPE_QUICK_ROW, NULL);
}

/**
 * pz_quick_row_show:
 * @session: quick entry
 * @position: of one of its readings
 *
 * Shows that reading, in full when it is the one that is chosen.
 */
void
pz_quick_row_show (PzQuickRow     *self,
                   PzQuickSession *session,
                   guint           position)
{
  PzQuickReading *reading;
  g_autofree char *who = NULL, *line = NULL, *problem = NULL, *label = NULL;
  gboolean chosen;

  g_return_if_fail (PZ_IS_QUICK_ROW (self) && PZ_IS_QUICK_SESSION (session));
  g_return_if_fail (position < pz_quick_session_get_readings (session)->len);

  reading = g_ptr_array_index (pz_quick_session_get_readings (session), position);
  chosen = position == pz_quick_session_get_chosen (session);
  who = pz_quick_session_dup_shown_name (session, reading->learner);
  line = pz_quick_session_dup_shown_line (session, reading, FALSE);
  problem = pz_quick_reading_dup_problem (reading);
  gtk_widget_set_visible (self->full, chosen);
  gtk_widget_set_visible (self->short_box, !chosen);
  if (chosen)
    show_full (self, reading, who);
  else
    {
      g_autofree char *brief = pz_quick_session_dup_shown_line (session, reading, TRUE);

      show_short (self, reading, brief, position);
    }
  label = problem != NULL ? g_strconcat (line, " · ", problem, NULL) : g_strdup (line);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}
