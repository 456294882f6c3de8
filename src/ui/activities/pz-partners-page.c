/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-partners-page.h"

#include "pz-activity-words.h"
#include "pz-balance-card.h"
#include "pz-compat.h"
#include "pz-pair-rules.h"
#include "pz-partners-course-card.h"
#include "pz-partners-map.h"
#include "pz-partners-table.h"
#include "pz-roles-card.h"
#include "pz-spread-layout.h"
#include "pz-tracking-card.h"
#include "pz-watch-card.h"

#include <glib/gi18n-lib.h>

#define COLUMN_GAP 24
#define MAIN_WIDTH 440 /* px, the least width of the picture while there is something beside it */
#define MOST_PAIRS 5
#define EDGE 48 /* px that stay in sight beside the chosen pair */

struct _PzPartnersPage
{
  PzDetailPage parent_instance;

  PzPartnersFacts *facts;
  GtkWidget *map;
  GtkWidget *rules; /* for the chosen pair */

  AdwWindowTitle *title;
  GtkWidget *scroller;
  GtkWidget *page;
  GtkWidget *main;
  GtkWidget *card;
  GtkWidget *table_button;
  GtkWidget *sentence;
  GtkWidget *legend;
  GtkStack *pictures;     /* "map", "table", "many" */
  GtkWidget *map_scroller;
  GtkWidget *table_holder;
  GtkWidget *pair;        /* what is said of the chosen pair */
  GtkWidget *middle;
  GtkWidget *left_out;
  GtkWidget *left_out_box;
  GtkWidget *often;
  GtkWidget *often_box;
};

G_DEFINE_FINAL_TYPE (PzPartnersPage, pz_partners_page, PZ_TYPE_DETAIL_PAGE)

/* moves no further than it must */
static void
bring (GtkAdjustment *adjustment,
       double         from,
       double         to)
{
  gtk_adjustment_clamp_page (adjustment, MAX (from, gtk_adjustment_get_lower (adjustment)),
                             MIN (to, gtk_adjustment_get_upper (adjustment)));
}

/* Brings the chosen pair into sight: the picture may be wider than a window, and higher. */
static void
follow_pair (PzPartnersPage *self)
{
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->map_scroller));
  GtkAdjustment *down = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  graphene_rect_t cell;
  double x, y;

  if (!gtk_widget_has_focus (self->map) || !pz_partners_map_get_cell (PZ_PARTNERS_MAP (self->map), &cell))
    return;
  bring (across, (double) cell.origin.x - EDGE, (double) (cell.origin.x + cell.size.width) + EDGE);
  if (gtk_widget_translate_coordinates (self->map, self->page, 0, (double) cell.origin.y, &x, &y))
    bring (down, y - EDGE, y + (double) cell.size.height + EDGE);
}

static void
show_rules (PzPartnersPage *self)
{
  const PzPartners *partners = pz_partners_facts_get_partners (self->facts);
  guint a, b;

  if (pz_partners_map_get_pair (PZ_PARTNERS_MAP (self->map), &a, &b) && a < partners->n && b < partners->n)
    pz_pair_rules_show (PZ_PAIR_RULES (self->rules), partners->learners[a], partners->learners[b]);
  else
    pz_pair_rules_show (PZ_PAIR_RULES (self->rules), NULL, NULL);
}

static void
pair_chosen_cb (PzPartnersPage *self)
{
  const char *label = pz_partners_map_get_label (PZ_PARTNERS_MAP (self->map));

  gtk_label_set_label (GTK_LABEL (self->pair),
                       *label != '\0' ? label : C_("partners", "Choose a pair with the arrow keys or the pointer."));
  show_rules (self);
  follow_pair (self);
}

static void
clear (GtkWidget *list)
{
  while (gtk_widget_get_first_child (list) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (list), gtk_widget_get_first_child (list));
}

static GtkWidget *
add_row (GtkWidget  *list,
         const char *title,
         const char *subtitle)
{
  g_autofree char *label = g_strjoin (", ", title, subtitle, NULL);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return row;
}

static void
left_out_activated_cb (GtkListBox     *list,
                       GtkListBoxRow  *row,
                       PzPartnersPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-learner", "s", g_object_get_data (G_OBJECT (row), "pz-id"));
}

static void
show_left_out (PzPartnersPage *self)
{
  const PzPartners *partners = pz_partners_facts_get_partners (self->facts);
  g_autoptr(GArray) left_out = pz_partners_list_left_out (partners);
  guint median = pz_partners_get_median (partners);
  g_autofree char *middle = NULL;

  /* Translators: how many partners the learner in the middle of the class has had */
  middle = g_strdup_printf (ngettext ("Half of the class has had %u partner or more.",
                                      "Half of the class has had %u partners or more.", median), median);
  gtk_label_set_label (GTK_LABEL (self->middle), middle);
  clear (self->left_out);
  for (guint i = 0; i < left_out->len; i++)
    {
      guint learner = g_array_index (left_out, PzLeftOut, i).learner;
      g_autofree char *of = pz_partners_facts_dup_few (self->facts, learner);
      GtkWidget *row = add_row (self->left_out, pz_partners_facts_get_name (self->facts, learner), of);

      g_object_set_data_full (G_OBJECT (row), "pz-id", g_strdup (partners->learners[learner]), g_free);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
    }
  gtk_widget_set_visible (self->left_out_box, left_out->len > 0);
}

/* A pair and how often it met. */
typedef struct
{
  guint a, b, times;
} Pair;

static int
compare_pairs (gconstpointer x,
               gconstpointer y)
{
  const Pair *one = x, *other = y;

  return (one->times < other->times) - (one->times > other->times);
}

static void
show_often (PzPartnersPage *self)
{
  const PzPartners *partners = pz_partners_facts_get_partners (self->facts);
  g_autoptr(GArray) pairs = g_array_new (FALSE, FALSE, sizeof (Pair));

  for (guint a = 0; a < partners->n; a++)
    for (guint b = a + 1; b < partners->n; b++)
      {
        Pair pair = { a, b, pz_partners_get_times (partners, a, b) };

        if (pair.times > 1)
          g_array_append_val (pairs, pair);
      }
  g_array_sort (pairs, compare_pairs);
  clear (self->often);
  for (guint i = 0; i < MIN (pairs->len, MOST_PAIRS); i++)
    {
      const Pair *pair = &g_array_index (pairs, Pair, i);
      g_autofree char *times = g_strdup_printf (ngettext ("%u time", "%u times", pair->times), pair->times);
      /* Translators: the names of two learners */
      g_autofree char *names = g_strdup_printf (C_("partners", "%1$s and %2$s"),
                                                pz_partners_facts_get_name (self->facts, pair->a),
                                                pz_partners_facts_get_name (self->facts, pair->b));

      add_row (self->often, names, times);
    }
  gtk_widget_set_visible (self->often_box, pairs->len > 0);
}

/* "62 % of all pairs have been in one group." */
static void
show_sentence (PzPartnersPage *self)
{
  const PzPartners *partners = pz_partners_facts_get_partners (self->facts);
  g_autofree char *text = NULL;

  if (partners->n_activities == 0)
    text = g_strdup (C_("partners", "Nothing was held in pairs or groups yet."));
  else
    /* Translators: a share of all pairs of the class, in percent */
    text = g_strdup_printf (C_("partners", "%.0f %% of all pairs have been in one group."),
                            100 * pz_partners_get_share_met (partners));
  gtk_label_set_label (GTK_LABEL (self->sentence), text);
}

static void
show_title (PzPartnersPage *self)
{
  const PzPartners *partners = pz_partners_facts_get_partners (self->facts);
  guint n = partners->n_activities;
  g_autofree char *date = NULL;
  g_autofree char *text = NULL;

  if (n > 0)
    {
      date = pz_activity_words_dup_date (partners->first, pz_activity_list_get_today (pz_partners_facts_get_list (self->facts)));
      /* Translators: a number of activities, and the day of the first: Tuesday, 1 September */
      text = g_strdup_printf (ngettext ("%1$u activity in groups since %2$s", "%1$u activities in groups since %2$s", n), n,
                              date);
    }
  adw_window_title_set_subtitle (self->title, text != NULL ? text : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), text);
}

static void
update (PzPartnersPage *self)
{
  const PzPartners *partners = pz_partners_facts_get_partners (self->facts);
  gboolean table = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->table_button));
  gboolean many = partners->n > PZ_PARTNERS_MOST;

  gtk_stack_set_visible_child_name (self->pictures, many ? "many" : table ? "table" : "map");
  gtk_widget_set_visible (self->table_button, !many && partners->n > 1);
  gtk_widget_set_visible (self->legend, !many && !table);
  show_title (self);
  show_sentence (self);
  show_left_out (self);
  show_often (self);
}

static void
pz_partners_page_dispose (GObject *object)
{
  g_clear_object (&PZ_PARTNERS_PAGE (object)->facts);
  G_OBJECT_CLASS (pz_partners_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Personalize/pz-partners-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PzPartnersPage, title);
  gtk_widget_class_bind_template_child (widget_class, PzPartnersPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, PzPartnersPage, page);
  gtk_widget_class_bind_template_child (widget_class, PzPartnersPage, main);
  gtk_widget_class_bind_template_child (widget_class, PzPartnersPage, card);
  gtk_widget_class_bind_template_child (widget_class, PzPartnersPage, table_button);
  gtk_widget_class_bind_template_child (widget_class, PzPartnersPage, sentence);
  gtk_widget_class_bind_template_child (widget_class, PzPartnersPage, legend);
  gtk_widget_class_bind_template_child (widget_class, PzPartnersPage, pictures);
  gtk_widget_class_bind_template_child (widget_class, PzPartnersPage, map_scroller);
  gtk_widget_class_bind_template_child (widget_class, PzPartnersPage, table_holder);
  gtk_widget_class_bind_template_child (widget_class, PzPartnersPage, pair);
  gtk_widget_class_bind_template_child (widget_class, PzPartnersPage, middle);
  gtk_widget_class_bind_template_child (widget_class, PzPartnersPage, left_out);
  gtk_widget_class_bind_template_child (widget_class, PzPartnersPage, left_out_box);
  gtk_widget_class_bind_template_child (widget_class, PzPartnersPage, often);
  gtk_widget_class_bind_template_child (widget_class, PzPartnersPage, often_box);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, left_out_activated_cb);
}

static void
pz_partners_page_class_init (PzPartnersPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = pz_partners_page_dispose;
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
add_legend (PzPartnersPage *self)
{
  static const char *const classes[] = { "heat-1", "heat-2", "heat-3", "heat-4" };
  const char *const words[] = { "1", "2", "3", C_("partners", "4 or more") };

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      GtkWidget *mark = gtk_label_new ("■"), *label = gtk_label_new (words[i]);

      gtk_widget_add_css_class (mark, classes[i]);
      gtk_widget_add_css_class (label, "caption");
      gtk_box_append (GTK_BOX (self->legend), mark);
      gtk_box_append (GTK_BOX (self->legend), label);
    }
}

static void
pz_partners_page_init (PzPartnersPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->page, pz_spread_layout_new (COLUMN_GAP, MAIN_WIDTH));
  add_legend (self);
}

/**
 * pz_partners_page_new:
 * @list: the calendar of a class
 *
 * Returns: (transfer floating): the page; it follows the calendar
 */
GtkWidget *
pz_partners_page_new (PzActivityList *list)
{
  PzPartnersPage *self;

  g_return_val_if_fail (PZ_IS_ACTIVITY_LIST (list), NULL);

  self = g_object_new (PZ_TYPE_PARTNERS_PAGE, NULL);
  self->facts = pz_partners_facts_new (list);
  if (pz_partners_facts_get_partners (self->facts)->n <= PZ_PARTNERS_MOST)
    {
      self->map = pz_partners_map_new (self->facts);
      gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->map_scroller), self->map);
      /* the whole picture has the focus; what is to be seen of it is the pair */
      gtk_viewport_set_scroll_to_focus (GTK_VIEWPORT (gtk_widget_get_parent (self->map)), FALSE);
      self->rules = pz_pair_rules_new (pz_activity_list_get_classroom (list));
      gtk_box_append (GTK_BOX (gtk_widget_get_parent (self->map_scroller)), self->rules);
      g_signal_connect_object (self->map, "chosen", G_CALLBACK (pair_chosen_cb), self, G_CONNECT_SWAPPED);
      pair_chosen_cb (self);
    }
  adw_bin_set_child (ADW_BIN (self->table_holder), pz_partners_table_new (self->facts));
  gtk_box_append (GTK_BOX (self->main), pz_partners_course_card_new (self->facts));
  gtk_box_append (GTK_BOX (self->main), pz_balance_card_new (self->facts));
  gtk_box_append (GTK_BOX (self->main), pz_tracking_card_new (self->facts));
  gtk_box_append (GTK_BOX (self->main), pz_roles_card_new (self->facts));
  gtk_box_prepend (GTK_BOX (gtk_widget_get_parent (self->left_out_box)), pz_watch_card_new (self->facts));
  g_signal_connect_object (self->facts, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
