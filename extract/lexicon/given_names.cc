// SPDX-License-Identifier: Apache-2.0
#include "extract/lexicon/given_names.h"

#include <unordered_map>

namespace dossier::extract {

namespace {

// Names that women and men bear, or that differ from country to country, are in neither list.
constexpr std::string_view kFeminine =
    "Abigail Ada Adele Adriana Agata Agnes Aigul Aisha Alana Alejandra Alena Alessandra "
    "Alexandra Alice Alicia Alina Aline Alison Alma Amanda Amelia Amina Amira Amy Ana "
    "Anastasia Anete Angela Angelina Anita Anja Anjali Ann Anna Anne Ariana Camilla Demet Valerie "
    "Annette Annie Antonia "
    "Asha Astrid Atsuko Audrey Aurora Barbara Beata Beatrice Beatriz Bella Bertha Beth Betty "
    "Bianca Birgit Brenda Brigitte Carla Carmen Carol Carolina Caroline Carolyn Catherine "
    "Cathy Cecilia Celine Charlotte Chiara Chloe Christiane Christina Christine Claire Clara "
    "Claudia Colleen Connie Cordelia Corinne Cristina Cynthia Dalia Daniela Danielle Daphne "
    "Daria Dawn Deborah Delia Diana Diane Dina Donna Doris Dorothy Edith Eileen Elaine Eleanor "
    "Elena Eleni Elina Elisa Elizabeth Ella Ellen Elsa Elvira Emilia Emily Emine Emma Erica "
    "Erika Erin Esra Esther Eva Eve Farah Farida Fatima Fatma Fatou Federica Fernanda Fiona "
    "Florence Frances Francesca Françoise Frida Gabriela Gabriella Galina Gemma Georgia "
    "Geraldine Gina Giulia Gloria Grace Greta Hana Hannah Harriet Heather Heidi Heike Helen "
    "Helena Helene Helga Hilda Hillary Ida Ina Indira Ines Inga Inge Ingrid Irene Irina Iris "
    "Irma Isabel Isabella Isabelle Ivana Jacqueline Jana Jane Janet Jasmine Jeanne Jelena "
    "Jennifer Jenny Jessica Jing Joanna Johanna Jolanta Josephine Joyce Juana Judith Judy "
    "Julia Juliana Julie Juliet Justine Jutta Kaja Kamala Karen Karin Karina Karla Karolina "
    "Katarina Kate Katerina Katharina Katherine Kathleen Kathryn Kathy Katie Katja Katrin "
    "Keiko Kerstin Khadija Kimberly Kristalina Kristin Kristina Lakshmi Lana Lara Larisa "
    "Latifa Laura Lauren Leila Lena Leonor Liana Lidia Lilian Lillian Lily Lina Linda Lisa "
    "Ljiljana Lola Loretta Louisa Louise Lucia Lucie Lucy Ludmila Luisa Lula Lydia Madeleine "
    "Maggie Maha Maia Maja Malala Mara Marcela Margaret Margarita Maria Mariam Mariana "
    "Marianne Marie Mariia Marija Marilyn Marina Marisa Mariya Marta Martha Martina Mary "
    "Maryam María Masha Mathilde Maud Maureen Maya Melania Melanie Melinda Melissa Mercedes "
    "Merle Mette Mia Michaela Michelle Mila Milena Milica Miranda Miriam Moira Molly Mona "
    "Monica Monika Myriam Nadezhda Nadia Nadine Nancy Naomi Natalia Natalie Natalya Natasha "
    "Nathalie Nazanin Neha Nelly Nessrine Nicole Nina Nora Noriko Odile Olena Olga Olivia "
    "Pamela Paola Parisa Patricia Patrizia Paula Pauline Peggy Penelope Petra Phyllis Pilar "
    "Polina Pratibha Priya Rachel Ramona Rana Rania Rebecca Regina Renata Renate Renee Rita "
    "Roberta Rosa Rosalind Rose Rosemary Roxana Ruby Ruth Sabina Sabine Sabrina Sally Salma "
    "Salome Samantha Samira Sandra Sanna Sara Sarah Saskia Selma Sharon Sheila Shirin Shirley "
    "Sibel Sigrid Silvia Simona Siobhan Sofia Sonia Sonja Sophia Sophie Stefania Stella "
    "Stephanie Sue Susan Susana Susanna Susanne Suzanne Svetlana Sviatlana Sylvia Sylvie Tamar "
    "Tamara Tania Tanya Tara Tarja Tatiana Tatyana Teresa Theresa Therese Tina Tomoko Ulrike "
    "Ursula Usha Valentina Valentyna Valeria Vanessa Varvara Vera Veronica Veronika Vicky "
    "Victoria Viktoria Viola Violeta Virginia Wanda Wendy Yael Yana Yasmin Yoko Yolanda Yulia "
    "Yuliya Yvette Yvonne Zahra Zainab Zara Zeynep Zoe Zohra Zuzana ";

constexpr std::string_view kMasculine =
    "Aaron Abdallah Abdel Abdul Abdullah Abel Abraham Adam Adnan Adolf Adrian Ahmad Ahmed "
    "Aidan Akbar Akira Alain Alan Albert Alberto Alejandro Aleksander Aleksandr Aleksei "
    "Aleksey Alessandro Alexander Alexandre Alexandru Alexei Alexey Alfonso Alfred Alfredo Ali "
    "Allan Allen Alvaro Amar Amin Amir Amit Amos Anatol Anatole Anatoly Anders Andre Andreas "
    "Andrei Andrej Andres Andrew Andrey Andrii Andrzej André Andy Angelo Angus Anil Antal "
    "Anthony Antoine Anton Antonio Antony António Anwar Archie Ari Armando Armen Arnaud "
    "Arnold Arseniy Arthur Artur Arturo Artyom Arun Asad Ashraf Asif August Augusto Austin Avi "
    "Axel Ayman Aziz Babak Barack Barry Bart Bashar Bashir Basil Ben Benedict Benjamin Benoit "
    "Bernard Bernardo Bernd Bernie Berthold Bilal Bill Billy Bjorn Björn Bob Bogdan Boris "
    "Borut Boyko Brad Bradley Brandon Brendan Brian Bruce Bruno Bryan Burak Caleb Calvin "
    "Carl Carlo Carlos Caspar Cem Cesar Chad Charles Christian Christoph Christophe "
    "Christopher Chuck Ciaran Claudio Clement Colin Conrad Constantin Craig Cristiano Curtis "
    "Cyril Cyrus Dag Damian Damien Damir Dan Daniel Daniele Danny Dario Dave David Davide Dean "
    "Declan Denis Dennis Derek Devin Didier Diego Dieter Dilip Dimitar Dimitri Dimitrios "
    "Dinesh Dirk Dmitri Dmitriy Dmitry Dominic Dominik Don Donald Doug Douglas Dragan Duncan "
    "Dwight Dylan Earl Ebrahim Eddie Edgar Eduard Eduardo Edward Edwin Egor Eldar Elias Elijah "
    "Elliot Elmar Emil Emile Emilio Emmanuel Emre Eric Erich Erik Ernest Ernesto Ernst Erwin "
    "Ethan Eugene Evan Evgeny Fabian Fabio Fadi Faisal Farid Federico Felipe Felix Ferdinand "
    "Fernando Filip Firas Florian Francesco Francis Francisco Franck Francois Frank Franklin "
    "Franz François Fred Frederic Frederick Friedrich Fritz Frédéric Fumio Gabriel Gareth "
    "Garry Gary Gavin Gennady Geoffrey Georg George Georges Georgios Gerald Gerard Gerhard "
    "Gerry Gianni Gideon Gilbert Giorgio Giovanni Giuseppe Gordon Graham Greg Gregor Gregory "
    "Grigory Guido Guillaume Guillermo Gunter Gustav Gustavo Guy Günter Habib Hadi Hakan Hamid "
    "Hamza Hans Harald Harold Harry Haruki Hasan Hashim Hassan Hector Heiko Heinrich "
    "Heinz Helmut Henri Henrik Henry Herbert Herman Hermann Hideo Hiroshi Horst Howard Hubert "
    "Hugh Hugo Huseyin Hussein Ian Ibrahim Ignacio Ignazio Igor Ilham Imran Ioannis Irakli "
    "Isaac Isaiah Ismail Ivan Ivo Jack Jacob Jacques Jaime Jair Jakob Jakub Jamal James Janez "
    "Janos Jared Jason Javad Javier Jeff Jeffrey Jens Jeremy Jerome Jerry Jesus Jim Jimmy Jiri "
    "Joachim Joao Joaquin Jochen Joe Joel Johan Johann Johannes John Johnny Jon Jonas Jonathan "
    "Jordi Jorge Jose Josef Josep Joseph Joshua Josip José João Juan Jules Julian Julio Julius "
    "Jun Jurgen Justin Jürgen Kabir Kamal Karan Karel Karim Karl Kaspar Kazuo Keith Kemal Ken "
    "Kenji Kenneth Kenta Kevin Khaled Khalid Khalil Kiril Kirill Klaus Koffi Kofi Konrad "
    "Konstantin Kristian Kurt Kwame Kyle Lajos Larry Lars Lasse Laszlo Laurent Lech Lennart "
    "Leo Leon Leonard Leonardo Leonid Leopold Lev Levon Lewis Liam Lionel Lloyd Lorenzo Louis "
    "Luc Lucas Lucian Ludwig Luigi Luis Luka Lukas Magnus Mahmoud Mahmud Malcolm Malik Manfred "
    "Manish Manolis Manuel Marc Marcel Marcello Marcin Marco Marcos Marcus Marek Mario Marius "
    "Mark Marko Markus Martin Marvin Massimo Mateo Mateusz Mathieu Matt Matteo Matthew "
    "Matthias Maurice Mauricio Mauro Max Maxim Maxime Maximilian Mehdi Mehmet Micah Michael "
    "Mick Miguel Mihai Mike Mikhael Mikhail Miklos Milan Milos Miroslav Mirza Mitch "
    "Mohamed Mohammad Mohammed Mohan Moritz Moses Mostafa Muhammad Muhammadu Murat Musa "
    "Mustafa Nabil Naftali Nahid Najib Narendra Nasir Nasser Nathan Neil Nelson Nicholas Nick "
    "Nicolae Nicolas Niels Nigel Nikol Nikolai Nikolas Nikolay Nikos Nils Noah Norbert Norman "
    "Nuno Nursultan Octavian Olaf Olav Ole Oleg Oleksandr Oleksii Oliver Olivier Omar "
    "Orhan Oscar Osman Oswald Otto Pablo Paolo Pascal Patrick Patrik Paul Paulo Pavel "
    "Pavlo Pawel Pedro Per Percy Perry Pete Peter Petr Petro Phil Philip Philipp Philippe "
    "Pierre Piet Pietro Piotr Prakash Pranab Quentin Radek Radoslaw Rafael Raffaele Rahul "
    "Rainer Raj Rajesh Rajiv Ralf Ralph Ram Ramesh Rami Ramon Ramzan Raphael Rashid Raul Ray "
    "Raymond Raúl Recep Reinhard Reinhold René Reuven Rex Reza Ricardo Riccardo Richard Rick "
    "Rob Robert Roberto Rodolfo Rodrigo Roger Roland Rolf Romain Roman Romano Ronald Ross Roy "
    "Ruben Rudolf Rupert Ruslan Russell Ryan Saad Sachin Saeed Said Salah Saleh Salem Salim "
    "Salman Salvatore Sameh Sami Samir Samuel Sandro Sanjay Santiago Satoshi Saul Scott Sean "
    "Sebastian Sebastião Sefik Selim Serge Sergei Sergey Sergio Serhii Shane Shaun Shawn "
    "Shinzo Siegfried Sigmar Silvio Simon Sinan Slobodan Stan Stanislav Stefan Stefano Steffen "
    "Stephan Stephen Steve Steven Stewart Stuart Subhash Suleiman Suleyman Sunil Suresh Svein "
    "Sven Taavi Tamer Tarek Tariq Ted Tedros Thaddeus Theo Theodore Thierry Thomas Thorsten "
    "Tiago Tigran Tim Timothy Timur Tobias Todd Tom Tomas Tomasz Tommy Tomáš Tony Toomas "
    "Torsten Trevor Ulf Ulrich Umar Umberto Uwe Vaclav Vadim Valentin Valery Vasily "
    "Viacheslav Vicente Victor Vijay Vikram Viktor Vincent Vincenzo Vitali Vitaly Vivek "
    "Vladimir Vladislav Volker Volodymyr Vyacheslav Wahid Walid Walter Waqar Wayne Werner "
    "Wilfried Wilhelm Will Willem William Willy Winston Wolfgang Woodrow Xavier Yahya Yair "
    "Yannick Yannis Yasser Yasuo Yegor Yevgeny Yitzhak Yoshihide Youssef Yuri Yuriy Yusuf Yves "
    "Zachary Zaki Zaur Zbigniew Zdenek Zoltan Zoran Zurab ";

using Table = std::unordered_map<std::string_view, Gender>;

void add(std::string_view names, Gender gender, Table& table) {
  while (!names.empty()) {
    const std::size_t end = names.find(' ');
    table.emplace(names.substr(0, end), gender);
    names.remove_prefix(end + 1);
  }
}

Table build_table() {
  Table table;
  add(kFeminine, Gender::female, table);
  add(kMasculine, Gender::male, table);
  return table;
}

}  // namespace

Gender gender_of_given_name(std::string_view name) {
  static const Table table = build_table();
  const auto found = table.find(name);
  return found == table.end() ? Gender::unknown : found->second;
}

}  // namespace dossier::extract
