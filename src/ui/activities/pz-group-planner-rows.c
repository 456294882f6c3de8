/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-planner-private.h"

#include "pz-compat.h"
#include "pz-group-offers.h"
#include "pz-group-presets.h"
#include "pz-group-rotation.h"
#include "pz-grouping-rule.h"
#include "pz-wrapping-drop-down.h"
#include "pz-wrapping-label.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define SCALE_WIDTH 72 /* px */
#define MOST_IMPORTANT 5
#define MOST 40 /* learners in a group, and groups */

enum
{
  BY_SIZE,
  BY_NUMBER
};

static const char *
get_importance (double importance)
{
  if (importance <= 0)
    return C_("importance", "off");
  if (importance < 2)
    return C_("importance", "light");
  if (importance < 4)
    return C_("importance", "medium");
  return C_("importance", "strong");
}

/* ---- a criterion ---- */

static void
scale_changed_cb (GtkRange *range,
                  gpointer  user_data)
{
  PzGroupPlanner *self = PZ_GROUP_PLANNER (gtk_widget_get_ancestor (GTK_WIDGET (range), PZ_TYPE_GROUP_PLANNER));
  GtkWidget *words = GTK_WIDGET (user_data);
  double importance = round (gtk_range_get_value (range));
  guint nth = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (range), "nth"));
  g_autoptr(PzGroupRequest) request = NULL;

  gtk_label_set_label (GTK_LABEL (words), get_importance (importance));
  gtk_accessible_update_property (GTK_ACCESSIBLE (range), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, get_importance (importance), -1);
  if (self == NULL || self->updating)
    return;
  request = pz_group_planner_dup_request (self);
  if (nth >= request->settings->wishes->len)
    return;
  pz_group_request_set_importance (request, nth, importance);
  pz_group_planner_take (self, request);
  self->updating = TRUE;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->preset), pz_group_request_get_preset (request));
  self->updating = FALSE;
}

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = pz_wrapping_label_new (text, css_class);

  gtk_label_set_max_width_chars (GTK_LABEL (label), 18);
  return label;
}

/* what it asks for, how important it is, and a scale for that */
GtkWidget *
pz_group_criterion_row_new (PzGroupPlanner *self,
                            PzGroupRequest *request,
                            guint           nth)
{
  const PzGroupWish *wish = g_ptr_array_index (request->settings->wishes, nth);
  g_autofree char *label = pz_group_request_dup_label (request, nth, pz_classroom_get_document (self->classroom));
  double importance = wish->must ? MOST_IMPORTANT : wish->importance;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *words = make_label (get_importance (importance), "caption");
  GtkWidget *scale = gtk_scale_new_with_range (GTK_ORIENTATION_HORIZONTAL, 0, MOST_IMPORTANT, 1);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_widget_add_css_class (words, "pz-dim");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), make_label (label, NULL));
  gtk_box_append (GTK_BOX (texts), words);
  gtk_range_set_value (GTK_RANGE (scale), importance);
  gtk_widget_set_size_request (scale, SCALE_WIDTH, -1);
  gtk_widget_set_valign (scale, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (scale), "nth", GUINT_TO_POINTER (nth));
  pz_widget_set_spoken_name (scale, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (scale), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, get_importance (importance), -1);
  g_signal_connect_object (scale, "value-changed", G_CALLBACK (scale_changed_cb), words, 0);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_box_append (GTK_BOX (box), scale);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_widget_add_css_class (row, "pz-criterion");
  return row;
}

/* ---- sizes, rules and rounds ---- */

static void
size_changed_cb (PzGroupPlanner *self)
{
  g_autoptr(PzGroupRequest) request = NULL;
  guint number = (guint) gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->number));
  gboolean varies = gtk_switch_get_active (GTK_SWITCH (self->vary_switch));

  if (self->updating || self->activity == NULL)
    return;
  request = pz_group_planner_dup_request (self);
  if (gtk_drop_down_get_selected (GTK_DROP_DOWN (self->by)) == BY_SIZE)
    pz_group_request_set_size (request, number, number + varies);
  else
    pz_group_request_set_n_groups (request, number);
  pz_group_planner_take (self, request);
  gtk_widget_set_visible (self->vary, gtk_drop_down_get_selected (GTK_DROP_DOWN (self->by)) == BY_SIZE);
}

static void
late_changed_cb (PzGroupPlanner *self)
{
  g_autoptr(PzGroupRequest) request = NULL;

  if (self->updating || self->activity == NULL)
    return;
  request = pz_group_planner_dup_request (self);
  request->late = gtk_switch_get_active (GTK_SWITCH (self->late_switch));
  pz_group_planner_take (self, request);
}

static void
rounds_changed_cb (PzGroupPlanner *self)
{
  if (self->updating || self->activity == NULL)
    return;
  pz_record_set_number (pz_document_get_owner (self->activity), PZ_ACTIVITY_ROUNDS,
                        gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->rounds)));
  pz_classroom_queue_save (self->classroom, C_("undo", "Rounds of groups"));
}

static GtkWidget *
add_spin (PzGroupPlanner *self,
          GtkWidget      *title,
          const char     *name,
          double          most,
          GCallback       changed)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *spin = gtk_spin_button_new_with_range (1, most, 1);

  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  gtk_editable_set_width_chars (GTK_EDITABLE (spin), 2);
  pz_widget_set_spoken_name (spin, name);
  g_signal_connect_object (spin, "value-changed", changed, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), spin);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_widget_add_css_class (row, "pz-criterion");
  gtk_list_box_append (GTK_LIST_BOX (self->sizes), row);
  return spin;
}

static GtkWidget *
add_rules_row (PzGroupPlanner *self,
               const char     *title,
               const char     *kind)
{
  GtkWidget *row = adw_action_row_new (), *image = gtk_image_new_from_icon_name ("go-next-symbolic");

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), image);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "planner.rules");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", kind);
  gtk_list_box_append (GTK_LIST_BOX (self->sizes), row);
  return row;
}

/* (transfer none): the switch of a new row */
static GtkWidget *
add_switch (PzGroupPlanner *self,
            const char     *title,
            const char     *name,
            GCallback       changed)
{
  GtkWidget *row = adw_action_row_new (), *toggle = gtk_switch_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  pz_widget_set_spoken_name (toggle, name);
  g_signal_connect_object (toggle, "notify::active", changed, self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_append (GTK_LIST_BOX (self->sizes), row);
  return toggle;
}

/* while it is made */
void
pz_group_planner_add_rows (PzGroupPlanner *self)
{
  const char *const by[] = { C_("groups", "Learners in a group"), C_("groups", "Number of groups"), NULL };

  self->by = gtk_drop_down_new_from_strings (by);
  pz_wrapping_drop_down_set_up (GTK_DROP_DOWN (self->by));
  gtk_widget_add_css_class (self->by, "flat");
  gtk_widget_set_valign (self->by, GTK_ALIGN_CENTER);
  pz_widget_set_spoken_name (self->by, C_("groups", "Size"));
  self->number = add_spin (self, self->by, C_("groups", "Size"), MOST, G_CALLBACK (size_changed_cb));
  g_signal_connect_object (self->by, "notify::selected", G_CALLBACK (size_changed_cb), self, G_CONNECT_SWAPPED);
  self->vary_switch = add_switch (self, C_("groups", "Or one more"), C_("groups", "Groups may have one more"),
                                  G_CALLBACK (size_changed_cb));
  self->vary = gtk_widget_get_ancestor (self->vary_switch, ADW_TYPE_ACTION_ROW);
  self->together = add_rules_row (self, C_("groups", "Keep _Together"), "together");
  self->apart = add_rules_row (self, C_("groups", "Keep _Apart"), "apart");
  self->rounds = add_spin (self, make_label (C_("groups", "Rounds"), NULL), C_("groups", "Rounds"), PZ_GROUP_MAX_ROUNDS,
                           G_CALLBACK (rounds_changed_cb));
  self->late_switch = add_switch (self, C_("groups", "Labels only after forming"),
                                  C_("groups", "Show what tells learners apart only once the groups are formed"),
                                  G_CALLBACK (late_changed_cb));
}

static void
show_rules (GtkWidget *row,
            guint      n)
{
  g_autofree char *text = n > 0 ? g_strdup_printf (ngettext ("%u rule", "%u rules", n), n) : g_strdup (C_("groups", "nobody"));

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
}

/* with those of the class */
static guint
count_rules (PzGroupPlanner  *self,
             PzGroupRequest  *request,
             PzGroupWishKind  kind)
{
  g_autoptr(GPtrArray) always = pz_grouping_rule_list (pz_classroom_get_document (self->classroom), kind);

  return pz_group_request_count (request, kind) + always->len;
}

/* as the activity has it; the caller sees to it that nothing is written then */
void
pz_group_planner_show_rows (PzGroupPlanner *self,
                            PzGroupRequest *request)
{
  double rounds = pz_record_get_number (pz_document_get_owner (self->activity), PZ_ACTIVITY_ROUNDS);
  guint least = 0, most = 0;
  gboolean by_size = pz_group_request_get_size (request, &least, &most);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->by), by_size ? BY_SIZE : BY_NUMBER);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->number), by_size ? least : request->n_groups);
  gtk_switch_set_active (GTK_SWITCH (self->vary_switch), most > least);
  gtk_widget_set_visible (self->vary, by_size);
  gtk_switch_set_active (GTK_SWITCH (self->late_switch), request->late);
  show_rules (self->together, count_rules (self, request, PZ_WISH_TOGETHER));
  show_rules (self->apart, count_rules (self, request, PZ_WISH_APART));
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->rounds), isnan (rounds) ? 1 : rounds);
}
